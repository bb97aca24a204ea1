/** What the register says about one entry, what one can do with it, and what is near by. */
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhotoList } from '#components/photos/photo-list.tsx'
import { useSourceWords } from '#components/register/use-source-words.ts'
import { SHOWN_STATES } from '#lib/core/domain/entry.ts'
import type { EntryDetails } from '#lib/core/domain/entry-details.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { EntryActions } from './entry-actions.tsx'
import { EntryConfirmation } from './entry-confirmation.tsx'
import { EntryFeedback } from './entry-feedback.tsx'
import { FactRow } from './fact-row.tsx'
import { NearbyList } from './nearby-list.tsx'
import { SpaceFactRows } from './space-fact-rows.tsx'
import { SpaceHistory } from './space-history.tsx'
import { TemporaryUseRules } from './temporary-use-rules.tsx'

type Props = EntryDetails & { linkTarget?: '_blank' | undefined }

export function EntrySheet({ entry, nearby, photos, space, linkTarget }: Props) {
  const t = useTranslations()
  const path = toEntryPath(useLocale(), entry.slug)
  return (
    <>
      {entry.summary && <p className="mt-1.5 text-muted">{entry.summary}</p>}
      <PhotoList photos={photos} name={entry.name} />
      {entry.services.length > 0 && (
        <ul aria-label={t('card.services')} className="mt-2.5 flex flex-wrap gap-1.5">
          {entry.services.map((service) => (
            <li key={service} className="rounded-md border border-line px-2 py-0.5 text-sm">
              {service}
            </li>
          ))}
        </ul>
      )}
      <EntryRows entry={entry} space={space} />
      <EntryActions entry={entry} path={path} linkTarget={linkTarget} />
      {space && <SpaceHistory history={space.history} />}
      {entry.kind === 'space' && <TemporaryUseRules />}
      <EntryFeedback slug={entry.slug} linkTarget={linkTarget} />
      <NearbyList nearby={nearby} />
    </>
  )
}

function EntryRows({ entry, space }: { entry: Entry; space: EntryDetails['space'] }) {
  const t = useTranslations()
  const format = useFormatter()
  const state = SHOWN_STATES.find((shown) => shown === entry.state)
  const others = entry.disciplines.slice(1).map((discipline) => t(`disciplines.${discipline}`))
  const area = entry.areaSquareMeters
  const rows: [string, ReactNode][] = [
    [t('card.place'), <EntryPlace key="place" entry={entry} />],
    [t('card.also'), others.length > 0 && format.list(others, { type: 'conjunction' })],
    [t('card.state'), state && t(`states.${state}`)],
    [t('card.area'), area !== null && `${format.number(area)}\u00a0m²`],
  ]
  const origin: [string, ReactNode][] = [
    [t('card.confirmed'), <EntryConfirmation key="confirmed" entry={entry} />],
    [t('card.source'), <EntrySource key="source" entry={entry} />],
  ]
  return (
    <dl className="mt-3.5 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
      {rows.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
      {space && <SpaceFactRows space={space} />}
      {origin.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

/** The shown place in words, and how much of it is shown. */
function EntryPlace({ entry }: { entry: Entry }) {
  const t = useTranslations()
  const place = [entry.address, entry.district].filter(Boolean).join(', ')
  if (!place && entry.lng === null) return t('results.unplaced')
  const notes = {
    exact: null,
    blurred: t('entry.approximate'),
    district: t('entry.districtOnly'),
    none: null,
  }
  const note = notes[entry.disclosure]
  return (
    <>
      {place}
      {note && <span className={place ? 'block text-muted text-sm' : undefined}>{note}</span>}
    </>
  )
}

function EntrySource({ entry: { source, attribution, license, licenseUrl } }: { entry: Entry }) {
  const t = useTranslations('entry')
  const translate = useSourceWords()
  return (
    <>
      {translate(source)}
      {attribution && <span className="block text-muted text-sm">{translate(attribution)}</span>}
      {license && (
        <span className="block text-muted text-sm">
          {licenseUrl ? (
            <a href={licenseUrl} rel="license noopener noreferrer" className="underline">
              {t('license', { license })}
            </a>
          ) : (
            t('license', { license })
          )}
        </span>
      )}
    </>
  )
}
