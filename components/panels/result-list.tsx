'use client'

/** The twin of the map: the same entries in the same order, complete without it. */
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { isNoFilter } from '#lib/domain/filter.ts'
import type { Scan } from '#lib/geo/mask.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { ResultItem } from './result-item.tsx'

const PAGE_ENTRIES = 50

export type FirstResults = {
  entries: { slug: string; name: string; district: string }[]
  matching: number
  total: number
}

export function ResultList({ first }: { first: FirstResults | null }) {
  const t = useTranslations('results')
  const scan = useExplorer((state) => state.scan)
  const snapshot = useExplorer((state) => state.snapshot)
  const select = useExplorer((state) => state.select)
  const selected = useExplorer((state) => state.selected)
  // A new filter begins at the first page again.
  const [shown, setShown] = useState<{ scan: Scan | null; limit: number }>({ scan, limit: PAGE_ENTRIES })
  const limit = shown.scan === scan ? shown.limit : PAGE_ENTRIES
  const ranks = useMemo(() => (scan ? listRanks(scan.mask, limit) : []), [scan, limit])
  const matching = scan?.matching ?? first?.matching
  return (
    <section id="results" aria-label={t('label')} tabIndex={-1} className="border-line border-t">
      <ResultSentence matching={matching} total={snapshot?.points.count ?? first?.total} />
      <ul>
        {snapshot
          ? ranks.map((rank) => (
              <ResultItem
                key={rank}
                snapshot={snapshot}
                rank={rank}
                isSelected={rank === selected}
                onSelect={select}
              />
            ))
          : first?.entries.map(({ slug, name, district }) => (
              <li key={slug} data-entry-id={slug} className="border-line border-b px-4 py-3">
                <span className="block font-semibold">{name}</span>
                <span className="text-muted text-sm">{district || t('unplaced')}</span>
              </li>
            ))}
      </ul>
      {(scan?.matching ?? 0) > limit && (
        <button
          type="button"
          onClick={() => setShown({ scan, limit: limit + PAGE_ENTRIES })}
          className="m-4 min-h-11 cursor-pointer rounded-xl border border-edge px-4 font-semibold hover:bg-paper"
        >
          {t('more')}
        </button>
      )}
    </section>
  )
}

function ResultSentence({ matching, total }: { matching: number | undefined; total: number | undefined }) {
  const t = useTranslations()
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const failed = useExplorer((state) => state.failed)
  const load = useExplorer((state) => state.load)
  const setFilter = useExplorer((state) => state.setFilter)
  const names = filter.disciplines.map((discipline) => t(`disciplines.${discipline}`))
  const known = matching !== undefined && total !== undefined
  return (
    <div className="border-line border-b bg-paper px-4 py-3">
      <p role="status" data-result-count={matching}>
        {known
          ? t.rich('results.count', { matching, total, b: (text) => <b className="font-bold">{text}</b> })
          : t(failed ? 'results.failed' : 'results.loading')}
        {known && names.length > 0 && `: ${format.list(names, { type: 'disjunction' })}`}
      </p>
      {matching === 0 && !isNoFilter(filter) && (
        <p className="mt-1 text-muted">
          {t('results.none')}{' '}
          <button
            type="button"
            onClick={() => setFilter({ disciplines: [], kind: null, query: '' })}
            className="min-h-6 cursor-pointer font-semibold text-seedling underline"
          >
            {t('results.showAll')}
          </button>
        </p>
      )}
      {failed && (
        <button
          type="button"
          onClick={load}
          className="mt-2 min-h-9 cursor-pointer rounded-lg border border-edge px-3 font-semibold"
        >
          {t('results.retry')}
        </button>
      )}
    </div>
  )
}

/** The first matching ranks. */
function listRanks(mask: Uint8Array, limit: number): number[] {
  const ranks: number[] = []
  for (let rank = mask.indexOf(1); rank >= 0 && ranks.length < limit; rank = mask.indexOf(1, rank + 1))
    ranks.push(rank)
  return ranks
}
