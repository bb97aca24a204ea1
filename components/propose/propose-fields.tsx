'use client'

/** The fields of a proposal: what is needed first, everything else on demand. */
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { PhotoFields } from '#components/propose/photos/photo-fields.tsx'
import type { PhotoStep } from '#components/propose/photos/use-photo-steps.ts'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { KINDS, type Kind, SPACE_USES } from '#lib/core/domain/entry.ts'
import { toProposedName } from '#lib/core/domain/fields/all-fields.ts'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import {
  type FieldFault,
  MAX_NOTE_LENGTH,
  type ProposalType,
  type ProposalValues,
} from '#lib/core/domain/proposal.ts'
import { ChoiceField } from './choice-field.tsx'
import { LongField, TextField } from './field.tsx'
import { DisciplineField, MoreFields, NameField } from './more-fields.tsx'
import { NearBy } from './near-by.tsx'
import { type CityPlace, PlaceField } from './place-field.tsx'
import { listFormFields } from './proposed-field.tsx'

/** Behind "more" for a new entry. */
const MORE = [...KINDS.flatMap(listFormFields).map(toProposedName), 'contact_name', 'is_offerer']

type Props = {
  type: ProposalType
  kind: Kind
  city: CityPlace
  values: ProposalValues
  faults: readonly FieldFault[]
  isSignedIn: boolean
  /** Hears that a place was chosen or taken away. */
  onPlace(): void
  /** Hears of edits that are no input of the form. */
  onEdit(): void
  onPhoto(step: PhotoStep): void
}

export function ProposeFields(props: Props) {
  const { type, kind, city, values, faults, isSignedIn, onPlace, onEdit, onPhoto } = props
  const [{ point, isPicked }, setPlace] = useState(() => ({ point: readPoint(values), isPicked: false }))
  const pick = useCallback(
    (picked: GeoPoint | null) => {
      setPlace({ point: picked, isPicked: true })
      onPlace()
    },
    [onPlace],
  )
  // Once the form holds the new place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place is an edit of its own
  useEffect(() => {
    if (isPicked) onEdit()
  }, [point, isPicked, onEdit])
  const isNew = type === 'new'
  const isDoubt = type === 'objection' || type === 'closing'
  const isOpen =
    type === 'change' || faults.some(({ field }) => MORE.includes(field)) || MORE.some((name) => values[name])
  return (
    <>
      {isNew && <PlaceField city={city} point={point} onPick={pick} isNeeded />}
      {isNew && kind === 'space' && <UseField />}
      {isNew && kind === 'business' && <NameField />}
      {isNew && kind === 'business' && <DisciplineField />}
      {/* After what is needed, which so stays on one screen of a phone. */}
      {isNew && <NearBy point={point} kind={kind} />}
      {isDoubt && <DoubtField kind={kind} />}
      {!isDoubt && <PhotoFields values={values} faults={faults} onStep={onPhoto} />}
      <NoteField type={type} />
      <EmailField isSignedIn={isSignedIn} />
      {type === 'change' && <PlaceField city={city} point={point} onPick={pick} isNeeded={false} />}
      {!isDoubt && <MoreFields kind={kind} isChange={type === 'change'} isOpen={isOpen} />}
    </>
  )
}

function readPoint({ lng, lat }: ProposalValues): GeoPoint | null {
  const point = { lng: Number(lng ?? Number.NaN), lat: Number(lat ?? Number.NaN) }
  return Number.isFinite(point.lng) && Number.isFinite(point.lat) ? point : null
}

function UseField() {
  const t = useTranslations()
  return (
    <ChoiceField
      name="use"
      label={t('propose.use')}
      choices={SPACE_USES.map((code) => ({
        code,
        text: t(`uses.${code}`),
        mark: <EntryGlyph use={code} />,
      }))}
    />
  )
}

/** An entry that has gone, or one that somebody objects to. */
function DoubtField({ kind }: { kind: Kind }) {
  const t = useTranslations('propose.type')
  return (
    <ChoiceField
      name="type"
      label={t('label')}
      choices={[
        { code: 'closing', text: t(`closing.${kind}`) },
        { code: 'objection', text: t('objection') },
      ]}
    />
  )
}

function NoteField({ type }: { type: ProposalType }) {
  const t = useTranslations('propose.note')
  const isDoubt = type === 'objection' || type === 'closing'
  return (
    <LongField
      name="note"
      label={t(isDoubt ? 'objection' : type === 'change' ? 'change' : 'label')}
      hint={t('hint')}
      rows={2}
      maxLength={MAX_NOTE_LENGTH}
      showsOptional={!isDoubt && type !== 'change'}
    />
  )
}

function EmailField({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTranslations('propose.email')
  return (
    <div className="space-y-2">
      {!isSignedIn && (
        <p className="hidden rounded-xl border border-notice-line bg-notice-ground px-4 py-2 text-notice noscript:block">
          {t('needed')}
        </p>
      )}
      <TextField
        name="contact_email"
        label={t('label')}
        hint={t('hint')}
        type="email"
        autoComplete="email"
        isNeededWithoutScript={!isSignedIn}
        maxLength={320}
      />
    </div>
  )
}
