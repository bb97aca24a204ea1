'use client'

/** The card of one entry: fetched by version and rank, closed by button or Escape. */
import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Entry } from '#lib/domain/entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { fetchWithin } from '#lib/store/load-snapshot.ts'

export function EntryCard() {
  const t = useTranslations('card')
  const { selected, snapshot, select } = useExplorer()
  const [entry, setEntry] = useState<Entry | 'failed' | null>(null)
  const card = useRef<HTMLElement>(null)
  const version = snapshot?.version
  useEffect(() => {
    setEntry(null)
    if (selected === null || !version) return
    let current = true
    card.current?.focus()
    fetchWithin(`/data/${version}/entries/${selected}`)
      .then((response) => response.json())
      .then(
        (found: Entry) => current && setEntry(found),
        () => current && setEntry('failed'),
      )
    return () => {
      current = false
    }
  }, [selected, version])
  if (selected === null || !snapshot) return null
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t('label')}
      onKeyDown={(event) => event.key === 'Escape' && select(null)}
      className="absolute inset-x-3 bottom-3 z-10 max-h-[70%] overflow-auto rounded-2xl bg-sheet p-5 shadow-card lg:top-4 lg:right-4 lg:bottom-auto lg:left-auto lg:w-88"
    >
      <button
        type="button"
        aria-label={t('close')}
        onClick={() => select(null)}
        className="float-right grid size-9 cursor-pointer place-items-center rounded-lg hover:bg-paper"
      >
        <X aria-hidden className="size-4" />
      </button>
      <h2 className="text-balance font-bold font-display text-xl leading-tight">
        {snapshot.texts.names[selected]}
      </h2>
      {entry === 'failed' && <p className="mt-3 text-muted">{t('failed')}</p>}
      {entry && entry !== 'failed' && <EntryDetails entry={entry} />}
    </article>
  )
}

function EntryDetails({ entry }: { entry: Entry }) {
  const t = useTranslations()
  const format = useFormatter()
  const date =
    entry.confirmedOn && format.dateTime(new Date(entry.confirmedOn), { month: 'long', year: 'numeric' })
  const by = entry.confirmedBy as 'owner' | 'citizen' | 'moderator' | 'source' | null
  const tags = entry.disciplines.map((discipline) => t(`disciplines.${discipline}`))
  const rows: [string, string | null][] = [
    [t('card.place'), [entry.district, entry.address].filter(Boolean).join(', ') || t('results.unplaced')],
    [
      t('card.state'),
      entry.state === 'let' || entry.state === 'not_vacant' || entry.state === 'demolished'
        ? null
        : t(`states.${entry.state}`),
    ],
    [t('card.area'), entry.areaSquareMeters === null ? null : `${format.number(entry.areaSquareMeters)} m²`],
    [t('card.services'), entry.services.join(', ') || null],
    [t('card.confirmed'), date && by ? t(`card.confirmedBy.${by}`, { date }) : null],
    [t('card.source'), `${entry.source}, ${entry.license}`],
  ]
  return (
    <>
      <p className="mt-1 text-muted">{entry.summary}</p>
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {(entry.use ? [t(`uses.${entry.use}`)] : tags).map((tag) => (
          <li key={tag} className="rounded-md border border-edge px-2 py-0.5 text-sm">
            {tag}
          </li>
        ))}
      </ul>
      <dl className="mt-4 grid grid-cols-[6.5rem_1fr] gap-y-1.5 text-sm">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {entry.website && (
        <a
          href={entry.website}
          rel="noopener noreferrer"
          className="mt-3 inline-block font-semibold text-seedling underline"
        >
          {t('card.website')}
        </a>
      )}
    </>
  )
}
