'use client'

/** The twin of the map: the same entries in the same order, complete without it. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import { usePrinting } from '#components/ui/use-printing.ts'
import { toListedEntry } from '#lib/store/describe-entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { FilterChips } from './filter-chips.tsx'
import { ResultAdvice } from './result-advice.tsx'
import { ResultItem } from './result-item.tsx'
import { ResultSection } from './result-section.tsx'
import { ResultSentence } from './result-sentence.tsx'

const PAGE_ENTRIES = 50
/** On paper; more would be a book. */
const PRINTED_ENTRIES = 1000

/** `children` stand in the list's place until the snapshot has come. */
export function ResultList({ children }: { children: ReactNode }) {
  const hasSnapshot = useExplorer((state) => state.snapshot !== null)
  if (!hasSnapshot)
    return (
      <>
        {children}
        <ResultAdvice />
      </>
    )
  return (
    <>
      <ResultSentence />
      <FilterChips />
      <ResultAdvice />
      <ResultSection>
        <LoadedList />
      </ResultSection>
    </>
  )
}

function LoadedList() {
  const t = useTranslations('results')
  const scan = useExplorer((state) => state.scan)
  const filter = useExplorer((state) => state.filter)
  const snapshot = useExplorer((state) => state.snapshot)
  const open = useExplorer((state) => state.open)
  const selected = useExplorer((state) => state.selected)
  // A new filter begins at the first page again.
  const [shown, setShown] = useState({ filter, limit: PAGE_ENTRIES })
  const pages = shown.filter === filter ? shown.limit : PAGE_ENTRIES
  const limit = usePrinting() ? Math.max(pages, PRINTED_ENTRIES) : pages
  const entries = useMemo(
    () => (scan && snapshot ? listRanks(scan.mask, limit).map((rank) => toListedEntry(snapshot, rank)) : []),
    [scan, snapshot, limit],
  )
  const slug = selected === null ? null : snapshot?.texts.slugs[selected]
  return (
    <>
      <ul>
        {entries.map((entry) => (
          <ResultItem key={entry.slug} entry={entry} isSelected={entry.slug === slug} onSelect={open} />
        ))}
      </ul>
      {(scan?.matching ?? 0) > limit && (
        <button
          type="button"
          onClick={() => setShown({ filter, limit: limit + PAGE_ENTRIES })}
          className="m-4 min-h-11 cursor-pointer rounded-xl border border-edge px-4 font-semibold hover:bg-paper"
        >
          {t('more')}
        </button>
      )}
    </>
  )
}

/** The first matching ranks. */
function listRanks(mask: Uint8Array, limit: number): number[] {
  const ranks: number[] = []
  for (let rank = mask.indexOf(1); rank >= 0 && ranks.length < limit; rank = mask.indexOf(1, rank + 1))
    ranks.push(rank)
  return ranks
}
