'use client'

/** What else may be known of a space or a business; nobody needs to. */
import { useTranslations } from 'next-intl'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { type Kind, SPACE_USES } from '#lib/domain/entry.ts'
import { RENT_CLASSES } from '#lib/domain/proposal.ts'
import { ChoiceField } from './choice-field.tsx'
import { LongField, SelectField, TextField } from './field.tsx'

type Props = { kind: Kind; isChange: boolean; isOpen: boolean }

export function MoreFields({ kind, isChange, isOpen }: Props) {
  const t = useTranslations('propose')
  return (
    <details open={isOpen} className="rounded-2xl border border-line bg-sheet">
      <summary className="flex min-h-12 cursor-pointer items-center rounded-2xl px-4 font-semibold marker:content-['+__'] hover:bg-paper">
        {t(`more.${isChange ? 'change' : kind}`)}
      </summary>
      <div className="grid gap-5 border-line border-t p-4 sm:grid-cols-2">
        {isChange && <p className="text-muted sm:col-span-2">{t('more.changeHint')}</p>}
        {isChange && <NameField />}
        {kind === 'space' ? <SpaceFields isChange={isChange} /> : <BusinessFields isChange={isChange} />}
        <TextField name="contact_name" label={t('fields.contact_name')} maxLength={200} autoComplete="name" />
      </div>
    </details>
  )
}

export function NameField({ isNeeded = false }: { isNeeded?: boolean }) {
  const t = useTranslations('propose')
  return <TextField name="name" label={t('name')} maxLength={200} isNeeded={isNeeded} />
}

function SpaceFields({ isChange }: { isChange: boolean }) {
  const t = useTranslations()
  const unknown = ['', t('propose.choices.unknown')] as const
  const yesNo = (['yes', 'no'] as const).map((code) => [code, t(`propose.choices.${code}`)] as const)
  const rents = RENT_CLASSES.map((code) => [code, t(`propose.choices.rent.${code}`)] as const)
  const uses = SPACE_USES.map((code) => [code, t(`uses.${code}`)] as const)
  return (
    <>
      {isChange && <SelectField name="use" label={t('propose.fields.use')} choices={[['', '–'], ...uses]} />}
      <TextField name="area_m2" label={t('propose.fields.area_m2')} inputMode="decimal" maxLength={20} />
      <TextField
        name="floor"
        label={t('propose.fields.floor')}
        hint={t('propose.fields.floorHint')}
        maxLength={40}
      />
      <TextField
        name="vacant_since"
        label={t('propose.fields.vacant_since')}
        hint={t('propose.fields.vacant_sinceHint')}
        maxLength={20}
      />
      <TextField name="former_use" label={t('propose.fields.former_use')} maxLength={200} />
      <SelectField name="step_free" label={t('propose.fields.step_free')} choices={[unknown, ...yesNo]} />
      <TextField
        name="available_from"
        label={t('propose.fields.available_from')}
        hint={t('propose.fields.available_fromHint')}
        maxLength={20}
      />
      <SelectField name="rent_class" label={t('propose.fields.rent_class')} choices={[unknown, ...rents]} />
      <TextField name="permitted_use" label={t('propose.fields.permitted_use')} maxLength={200} />
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
      <TextField name="website" label={t('fields.website')} inputMode="url" maxLength={500} />
      <TextField
        name="services"
        label={t('fields.services')}
        hint={t('fields.servicesHint')}
        maxLength={2000}
      />
      <div className="sm:col-span-2">
        <LongField name="summary" label={t('fields.summary')} rows={3} maxLength={2000} />
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
