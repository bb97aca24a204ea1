'use client'

/** What else may be known of a space or a business; nobody needs to. */
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { type Kind, RENT_CLASSES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { ChoiceField } from './choice-field.tsx'
import { LongField, SelectField, TextField } from './field.tsx'
import { useField } from './form-state.tsx'

type Props = { kind: Kind; isChange: boolean; isOpen: boolean }

export function MoreFields({ kind, isChange, isOpen }: Props) {
  const t = useTranslations('propose')
  return (
    <details open={isOpen} className="group rounded-2xl border border-line bg-sheet">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between rounded-2xl px-4 font-semibold hover:bg-paper [&::-webkit-details-marker]:hidden">
        {t(`more.${isChange ? 'change' : kind}`)}
        <ChevronDown aria-hidden className="size-5 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 border-line border-t p-4 sm:grid-cols-2">
        {isChange && <p className="text-muted sm:col-span-2">{t('more.changeHint')}</p>}
        {isChange && <NameField />}
        {kind === 'space' ? <SpaceFields isChange={isChange} /> : <BusinessFields isChange={isChange} />}
        <TextField
          saysOptional={false}
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
  const { id, value } = useField('is_offerer', { hasHint: true })
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
  return <TextField saysOptional={false} name="name" label={t('name')} maxLength={200} />
}

function SpaceFields({ isChange }: { isChange: boolean }) {
  const t = useTranslations()
  const unknown = ['', t('propose.choices.unknown')] as const
  const yesNo = (['yes', 'no'] as const).map((code) => [code, t(`propose.choices.${code}`)] as const)
  const rents = RENT_CLASSES.map((code) => [code, t(`propose.choices.rent.${code}`)] as const)
  const uses = SPACE_USES.map((code) => [code, t(`uses.${code}`)] as const)
  return (
    <>
      {isChange && (
        <SelectField
          saysOptional={false}
          name="use"
          label={t('propose.fields.use')}
          choices={[['', '–'], ...uses]}
        />
      )}
      <TextField
        saysOptional={false}
        name="area_m2"
        label={t('propose.fields.area_m2')}
        inputMode="decimal"
        maxLength={20}
      />
      <TextField
        saysOptional={false}
        name="floor"
        label={t('propose.fields.floor')}
        hint={t('propose.fields.floorHint')}
        maxLength={40}
      />
      <TextField
        saysOptional={false}
        name="vacant_since"
        label={t('propose.fields.vacant_since')}
        hint={t('propose.fields.vacant_sinceHint')}
        maxLength={20}
      />
      <TextField
        saysOptional={false}
        name="former_use"
        label={t('propose.fields.former_use')}
        maxLength={200}
      />
      <SelectField
        saysOptional={false}
        name="step_free"
        label={t('propose.fields.step_free')}
        choices={[unknown, ...yesNo]}
      />
      <TextField
        saysOptional={false}
        name="available_from"
        label={t('propose.fields.available_from')}
        hint={t('propose.fields.available_fromHint')}
        maxLength={20}
      />
      <SelectField
        saysOptional={false}
        name="rent_class"
        label={t('propose.fields.rent_class')}
        choices={[unknown, ...rents]}
      />
      <TextField
        saysOptional={false}
        name="permitted_use"
        label={t('propose.fields.permitted_use')}
        maxLength={200}
      />
    </>
  )
}

function BusinessFields({ isChange }: { isChange: boolean }) {
  const t = useTranslations('propose')
  return (
    <>
      {isChange && (
        <div className="sm:col-span-2">
          <DisciplineField />
        </div>
      )}
      <TextField
        saysOptional={false}
        name="website"
        label={t('fields.website')}
        inputMode="url"
        maxLength={500}
      />
      <TextField
        saysOptional={false}
        name="services"
        label={t('fields.services')}
        hint={t('fields.servicesHint')}
        maxLength={2000}
      />
      <div className="sm:col-span-2">
        <LongField
          saysOptional={false}
          name="summary"
          label={t('fields.summary')}
          rows={3}
          maxLength={2000}
        />
      </div>
    </>
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
