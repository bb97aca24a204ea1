'use client'

/** What else may be known of a space or a business; nobody needs to. */
import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { type Kind, SPACE_USES } from '#lib/core/domain/entry.ts'
import { ChoiceField } from './choice-field.tsx'
import { SelectField, TextField } from './field.tsx'
import { useField } from './form-state.tsx'
import { listFormFields, ProposedField } from './proposed-field.tsx'

type Props = { kind: Kind; isChange: boolean; isOpen: boolean }

export function MoreFields({ kind, isChange, isOpen }: Props) {
  const t = useTranslations('propose')
  return (
    <details open={isOpen} className="group rounded-2xl border border-line bg-sheet">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between rounded-2xl px-4 font-semibold hover:bg-paper [&::-webkit-details-marker]:hidden">
        {t(`more.${isChange ? 'change' : kind}`)}
        <LineIcon of={ChevronDown} className="size-5 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 border-line border-t p-4 sm:grid-cols-2">
        {isChange && <p className="text-muted sm:col-span-2">{t('more.changeHint')}</p>}
        {isChange && <NameField />}
        {isChange && kind === 'space' && <UseField />}
        {isChange && kind === 'business' && (
          <div className="sm:col-span-2">
            <DisciplineField />
          </div>
        )}
        {listFormFields(kind).map((field) => (
          <ProposedField key={field.name} field={field} />
        ))}
        <TextField
          showsOptional={false}
          name="contact_name"
          label={t('fields.contact_name')}
          maxLength={200}
          autoComplete="name"
        />
        {kind === 'space' && !isChange && <OffererField />}
      </div>
    </details>
  )
}

function OffererField() {
  const t = useTranslations('propose.fields')
  const { id, value } = useField('is_offerer', { hint: t('is_offererHint') })
  return (
    <div className="sm:col-span-2">
      <label className="flex min-h-11 w-fit items-center gap-3 font-semibold">
        <input
          id={id}
          type="checkbox"
          name="is_offerer"
          value="yes"
          defaultChecked={value === 'yes'}
          aria-describedby={`${id}-hint`}
          className="size-6 shrink-0 accent-seedling"
        />
        {t('is_offerer')}
      </label>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t('is_offererHint')}
      </p>
    </div>
  )
}

export function NameField() {
  const t = useTranslations('propose')
  return <TextField showsOptional={false} name="name" label={t('name')} maxLength={200} />
}

function UseField() {
  const t = useTranslations()
  return (
    <SelectField
      showsOptional={false}
      name="use"
      label={t('propose.fields.use')}
      choices={[['', '–'], ...SPACE_USES.map((code) => [code, t(`uses.${code}`)] as const)]}
    />
  )
}

export function DisciplineField() {
  const t = useTranslations()
  return (
    <ChoiceField
      name="disciplines"
      label={t('propose.disciplines')}
      hint={t('propose.disciplinesHint')}
      isMultiple
      choices={DISCIPLINES.map((code) => ({ code, text: t(`disciplines.${code}`) }))}
    />
  )
}
