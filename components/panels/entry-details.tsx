/** What the register says about one entry. */
import { useFormatter, useTranslations } from 'next-intl'
import { type Entry, SHOWN_STATES } from '#lib/domain/entry.ts'

const CONFIRMERS = ['owner', 'citizen', 'moderator', 'source'] as const

export function EntryDetails({ entry }: { entry: Entry }) {
  const t = useTranslations()
  const format = useFormatter()
  const state = SHOWN_STATES.find((shown) => shown === entry.state)
  const others = entry.disciplines.slice(1).map((discipline) => t(`disciplines.${discipline}`))
  const place = [entry.address, entry.district].filter(Boolean).join(', ')
  const rows: [string, string | null][] = [
    [t('card.place'), place || t('results.unplaced')],
    [t('card.also'), others.length > 0 ? format.list(others, { type: 'conjunction' }) : null],
    [t('card.state'), state ? t(`states.${state}`) : null],
    [t('card.area'), entry.areaSquareMeters === null ? null : `${format.number(entry.areaSquareMeters)} m²`],
    [t('card.confirmed'), useConfirmation(entry)],
    [t('card.source'), [entry.source, entry.license].filter(Boolean).join(', ')],
  ]
  return (
    <>
      {entry.summary && <p className="mt-1.5 text-muted">{entry.summary}</p>}
      {entry.services.length > 0 && (
        <ul aria-label={t('card.services')} className="mt-2.5 flex flex-wrap gap-1.5">
          {entry.services.map((service) => (
            <li key={service} className="rounded-md border border-line px-2 py-0.5 text-sm">
              {service}
            </li>
          ))}
        </ul>
      )}
      <dl className="mt-3.5 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {entry.website && /^https?:/.test(entry.website) && (
        <a
          href={entry.website}
          rel="noopener noreferrer nofollow"
          className="mt-3.5 inline-flex min-h-10 items-center rounded-xl bg-seedling px-4 font-semibold text-on-seedling"
        >
          {t('card.website')}
        </a>
      )}
    </>
  )
}

/** "Oktober 2026, vom Betrieb selbst"; null where nobody has confirmed the entry. */
function useConfirmation({ confirmedOn, confirmedBy }: Entry): string | null {
  const t = useTranslations('card')
  const format = useFormatter()
  const by = CONFIRMERS.find((confirmer) => confirmer === confirmedBy)
  if (!confirmedOn || !by) return null
  const date = format.dateTime(new Date(confirmedOn), { month: 'long', year: 'numeric' })
  return t(`confirmedBy.${by}`, { date })
}
