'use client'

/** One of the further details of the form, as the table of fields describes it; none of them is needed. */
import { useTranslations } from 'next-intl'
import type { Kind } from '#lib/core/domain/entry.ts'
import { type FieldWith, isOfKind, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import { MAX_LINK_LENGTH, MAX_MAIL_LENGTH } from '#lib/core/domain/values/link-value.ts'
import { MAX_LIST_LENGTH } from '#lib/core/domain/values/text-value.ts'
import { LongField, SelectField, TextField } from './field.tsx'

/** Numbers and days are short. */
const SHORT_LENGTH = 20

/** The further details of a kind, in the order of the form. */
export function listFormFields(kind: Kind): readonly FieldWith<'proposal'>[] {
  return listFieldsWith('proposal')
    .filter(({ kinds, proposal: { form } }) => form && isOfKind({ kinds: form.kinds ?? kinds }, kind))
    .toSorted((a, b) => (a.proposal.form?.position ?? 0) - (b.proposal.form?.position ?? 0))
}

export function ProposedField({ field }: { field: FieldWith<'proposal'> }) {
  return (
    <div className={field.proposal.form?.isWide ? 'sm:col-span-2' : ''}>
      <ProposedControl field={field} />
    </div>
  )
}

function ProposedControl({ field }: { field: FieldWith<'proposal'> }) {
  const t = useTranslations()
  const { form, name = field.name } = field.proposal
  const label = t(`propose.fields.${name}`)
  const hint = form?.hasHint && t(`propose.fields.${name}Hint`)
  const words = { name, label, hint, showsOptional: false }
  switch (field.type) {
    case 'long-text':
      return <LongField {...words} rows={3} maxLength={field.maxLength} />
    case 'text':
      return <TextField {...words} maxLength={field.maxLength} />
    case 'list':
    case 'choices':
      return <TextField {...words} maxLength={MAX_LIST_LENGTH} />
    case 'link':
      return <TextField {...words} inputMode="url" maxLength={MAX_LINK_LENGTH} />
    case 'mail':
      return <TextField {...words} type="email" maxLength={MAX_MAIL_LENGTH} />
    case 'number':
    case 'whole-number':
      return <TextField {...words} inputMode="decimal" maxLength={SHORT_LENGTH} />
    case 'day':
    case 'vague-day':
      return <TextField {...words} maxLength={SHORT_LENGTH} />
    case 'yes-no':
      return <ChoiceControl {...words} codes={['yes', 'no']} names="propose.choices" />
    case 'choice':
      return <ChoiceControl {...words} codes={field.choices} names={field.choiceNames ?? field.name} />
  }
}

type ChoiceProps = { name: string; label: string; codes: readonly string[]; names: string }

function ChoiceControl({ codes, names, ...words }: ChoiceProps) {
  const t = useTranslations()
  const choices = codes.map((code) => [code, t(`${names}.${code}`)] as const)
  return (
    <SelectField
      {...words}
      showsOptional={false}
      choices={[['', t('propose.choices.unknown')], ...choices]}
    />
  )
}
