'use client'

/** One field of an entry's form, as the table of fields describes it. */
import { useTranslations } from 'next-intl'
import { useChoiceName } from '#components/staff/queue/choice-name.ts'
import { FIELD } from '#components/ui/button-styles.ts'
import { FormField, FormFieldGroup, toFieldAria } from '#components/ui/form-field.tsx'
import type { FieldSpec } from '#lib/server/moderation/entry-form.ts'

type Props = { id: string; spec: FieldSpec; value: string | string[]; fault: string | undefined }

export function EntryField({ id, spec, value, fault }: Props) {
  const t = useTranslations()
  const { name, input, isRequired, isWide, hasHint } = spec
  const hint = hasHint ? t(`entryFields.hints.${name}`) : undefined
  const words = { id, label: t(`entryFields.labels.${name}`), hint, fault }
  return (
    <div className={isWide ? 'sm:col-span-2' : ''}>
      {input === 'choices' ? (
        <FormFieldGroup {...words}>
          <Choices id={id} spec={spec} chosen={[value].flat()} />
        </FormFieldGroup>
      ) : (
        <FormField {...words} mark={isRequired && <span aria-hidden> *</span>}>
          <Control id={id} spec={spec} text={[value].flat().join(', ')} aria={toFieldAria(words)} />
        </FormField>
      )}
    </div>
  )
}

type ControlProps = { id: string; spec: FieldSpec; text: string; aria: ReturnType<typeof toFieldAria> }

function Control({ id, spec, text, aria }: ControlProps) {
  const { name, input, isRequired } = spec
  const common = { id, name, ...aria, defaultValue: text, className: FIELD }
  if (input === 'long') return <textarea {...common} rows={4} maxLength={2000} />
  if (input === 'choice')
    return (
      <select {...common}>
        <Options spec={spec} hasEmpty={!(isRequired && text)} />
      </select>
    )
  return (
    <input
      {...common}
      type="text"
      inputMode={input === 'number' ? 'decimal' : undefined}
      required={isRequired}
    />
  )
}

function Options({ spec: { name, choices = [] }, hasEmpty }: { spec: FieldSpec; hasEmpty: boolean }) {
  const t = useTranslations()
  const toName = useChoiceName()
  return (
    <>
      {hasEmpty && <option value="">{t('editing.unset')}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {toName(name, choice)}
        </option>
      ))}
    </>
  )
}

type ChoicesProps = { id: string; spec: FieldSpec; chosen: readonly string[] }

function Choices({ id, spec: { name, choices = [] }, chosen }: ChoicesProps) {
  const toName = useChoiceName()
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map((choice, index) => (
        <label
          key={choice}
          className="check flex min-h-11 cursor-pointer items-center gap-2 rounded-full px-3"
        >
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            name={name}
            value={choice}
            defaultChecked={chosen.includes(choice)}
            className="size-4.5 accent-seedling outline-none"
          />
          {toName(name, choice)}
        </label>
      ))}
    </div>
  )
}
