'use client'

/** The twin of the map: the same entries in the same order, complete without it. */
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { DisciplineGlyph } from '#components/ui/discipline-glyph.tsx'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { KINDS } from '#lib/domain/entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

const PAGE_ENTRIES = 50

export type FirstResult = { slug: string; name: string; district: string }

export function ResultList({ first, total }: { first: FirstResult[]; total: number }) {
  const t = useTranslations('results')
  const { scan, snapshot, failed, listed } = useExplorer()
  const [shown, setShown] = useState(PAGE_ENTRIES)
  const ranks = useMemo(() => {
    if (listed) return listed
    return scan ? Array.from(scan.mask.keys()).filter((rank) => scan.mask[rank]) : []
  }, [scan, listed])
  const matching = scan ? ranks.length : total
  return (
    <section id="results" aria-label={t('label')} tabIndex={-1} className="border-line border-t">
      <p
        role="status"
        data-result-count={matching}
        className="border-line border-b bg-paper px-4 py-3 font-medium"
      >
        {failed && !snapshot ? t('failed') : t('count', { matching, total: snapshot?.points.count ?? total })}
      </p>
      {scan && ranks.length === 0 && <p className="p-4 text-muted">{t('none')}</p>}
      <ul>
        {snapshot
          ? ranks.slice(0, shown).map((rank) => <ResultItem key={rank} rank={rank} />)
          : first.map(({ slug, name, district }) => (
              <li key={slug} data-entry-id={slug} className="border-line border-b px-4 py-3">
                <span className="block font-semibold">{name}</span>
                <span className="text-muted text-sm">{district}</span>
              </li>
            ))}
      </ul>
      {ranks.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown + PAGE_ENTRIES)}
          className="m-4 min-h-11 cursor-pointer rounded-xl border border-edge px-4 font-semibold"
        >
          {t('more')}
        </button>
      )}
    </section>
  )
}

function ResultItem({ rank }: { rank: number }) {
  const t = useTranslations()
  const { snapshot, selected, select } = useExplorer()
  if (!snapshot) return null
  const { points, texts } = snapshot
  const discipline = DISCIPLINES[points.discipline[rank] ?? 0]
  const kind = KINDS[points.kind[rank] ?? 0] ?? 'business'
  const place = texts.districts[rank] || t('results.unplaced')
  return (
    <li data-entry-id={texts.slugs[rank]} data-kind={kind} className="border-line border-b">
      <button
        type="button"
        aria-pressed={selected === rank}
        onClick={() => select(rank)}
        className="flex w-full cursor-pointer gap-3 px-4 py-3 text-left -outline-offset-3 hover:bg-paper aria-pressed:bg-seedling-ground"
      >
        <DisciplineGlyph discipline={discipline} />
        <span className="min-w-0">
          <span className="block font-semibold leading-snug">{texts.names[rank]}</span>
          <span className="block text-muted text-sm">{texts.summaries[rank]}</span>
          <span className="block text-muted text-sm">
            {discipline ? t(`disciplines.${discipline}`) : t('filter.space')} · {place}
          </span>
        </span>
      </button>
    </li>
  )
}
