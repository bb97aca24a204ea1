'use client'

/** The twin of the map: the same entries, as a list or as a table, complete without it. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import { FilterChips } from '#components/panels/filter/filter-chips.tsx'
import { usePrinting } from '#components/ui/use-printing.ts'
import { listEntryOfRank } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { EntryList } from './entry-list.tsx'
import { ResultAdvice } from './result-advice.tsx'
import { ResultSection } from './result-section.tsx'
import { ResultTable } from './result-table.tsx'
import { ResultTools } from './result-tools.tsx'
import { useIsLoaded } from './until-loaded.tsx'
import { useOrderedRanks } from './use-ordered-ranks.ts'
import { useResults } from './use-results.ts'

const PAGE_ENTRIES = 50
/** On paper; more would be a book. */
const PRINTED_ENTRIES = 1000

type Props = {
  /** The sentence, and what the server knows until the snapshot has come. */
  children: ReactNode
  /** Nearness is measured from here until the map has been moved. */
  home: Camera
  /** Whether one can sort, switch to the table and download. */
  hasTools?: boolean
}

export function ResultList({ children, home, hasTools = true }: Props) {
  const isTable = useExplorer((state) => state.isTable) && hasTools
  const isLoaded = useIsLoaded()
  return (
    <>
      {children}
      {isLoaded && <FilterChips />}
      <ResultAdvice />
      {isLoaded && (
        <ResultSection>
          {hasTools && <ResultTools />}
          {isTable ? <ResultTable home={home} /> : <LoadedList home={home} />}
        </ResultSection>
      )}
    </>
  )
}

function LoadedList({ home }: { home: Camera }) {
  const t = useTranslations('results')
  const results = useResults()
  const { snapshot, filter } = results
  const { matching, unplaced } = results.scan ?? { matching: 0, unplaced: 0 }
  const open = useExplorer((state) => state.open)
  const selected = useExplorer((state) => state.selected)
  // A new filter begins at the first page again.
  const [shown, setShown] = useState({ filter, limit: PAGE_ENTRIES })
  const pages = shown.filter === filter ? shown.limit : PAGE_ENTRIES
  const limit = usePrinting() ? Math.max(pages, PRINTED_ENTRIES) : pages
  const ranks = useOrderedRanks(results, home, 0, limit)
  const entries = useMemo(
    () => (snapshot ? ranks.map((rank) => listEntryOfRank(snapshot, rank)) : []),
    [snapshot, ranks],
  )
  return (
    <div aria-busy={results.isBehind}>
      <EntryList
        entries={entries}
        located={matching - unplaced}
        unplaced={unplaced}
        selectedSlug={selected === null ? null : (snapshot?.texts.slugs[selected] ?? null)}
        onSelect={open}
      />
      {matching > limit && (
        <button
          type="button"
          onClick={() => setShown({ filter, limit: limit + PAGE_ENTRIES })}
          className="m-4 min-h-11 cursor-pointer rounded-xl border border-edge px-4 font-semibold hover:bg-paper"
        >
          {t('more')}
        </button>
      )}
    </div>
  )
}
