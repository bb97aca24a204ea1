'use client'

/** One field of an entry's form: text, choice, several choices, yes or no. */
import { useTranslations } from 'next-intl'
import { useChoiceName } from '#components/staff/queue/choice-name.ts'
import { FIELD } from '#components/ui/button-styles.ts'
import type { FieldSpec } from '#lib/server/moderation/entry-form.ts'

type Props = { id: string; spec: FieldSpec; value: string | string[]; fault: string | undefined }

const HINTED = ['services', 'vacant_since', 'lng', 'lat']

export function EntryField({ id, spec, value, fault }: Props) {
  const t = useTranslations()
  const { name, input, isRequired } = spec
  const hint = HINTED.includes(name) ? t(`entryFields.hints.${name}`) : undefined
  const label = t(`entryFields.labels.${name}`)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const common = {
    id,
    name,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': described || undefined,
    className: FIELD,
  }
  const text = Array.isArray(value) ? value.join(', ') : value
  const isWide = input === 'long' || input === 'choices' || name === 'name' || name === 'address'
  return (
    <div className={isWide ? 'sm:col-span-2' : ''}>
      {input === 'choices' ? (
        <Choices id={id} spec={spec} chosen={Array.isArray(value) ? value : []} label={label} />
      ) : (
        <>
          <label htmlFor={id} className="mb-1 block font-semibold">
            {label}
            {isRequired && <span aria-hidden> *</span>}
          </label>
          {input === 'long' && <textarea {...common} rows={4} maxLength={2000} defaultValue={text} />}
          {(input === 'choice' || input === 'yes-no') && (
            <Options spec={spec} common={common} defaultValue={text} />
          )}
          {(input === 'text' || input === 'number' || input === 'day') && (
            <input
              {...common}
              type="text"
              inputMode={input === 'number' ? 'decimal' : undefined}
              required={isRequired}
              defaultValue={text}
            />
          )}
        </>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-muted text-sm">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 font-medium text-danger">
          {fault}
        </p>
      )}
    </div>
  )
}

type OptionsProps = { spec: FieldSpec; common: Record<string, unknown>; defaultValue: string }

function Options({ spec, common, defaultValue }: OptionsProps) {
  const t = useTranslations()
  const toName = useChoiceName()
  const choices = spec.input === 'yes-no' ? ['yes', 'no'] : (spec.choices ?? [])
  return (
    <select {...common} defaultValue={defaultValue}>
      {!(spec.isRequired && defaultValue) && <option value="">{t('editing.unset')}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {toName(spec.name, choice)}
        </option>
      ))}
    </select>
  )
}

function Choices({
  id,
  spec,
  chosen,
  label,
}: {
  id: string
  spec: FieldSpec
  chosen: string[]
  label: string
}) {
  const toName = useChoiceName()
  return (
    <fieldset id={id}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {spec.choices?.map((choice) => (
          <label
            key={choice}
            className="check flex min-h-11 cursor-pointer items-center gap-2 rounded-full px-3"
          >
            <input
              type="checkbox"
              name={spec.name}
              value={choice}
              defaultChecked={chosen.includes(choice)}
              className="size-4.5 accent-seedling outline-none"
            />
            {toName(spec.name, choice)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
