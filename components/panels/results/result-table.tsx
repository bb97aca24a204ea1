'use client'

/** The results as a table: one page at a time, so that it is complete for everyone and quick for any number of entries. */
import { useFormatter, useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { Pager } from '#components/ui/pager.tsx'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import { usePrinting } from '#components/ui/use-printing.ts'
import { toTabulatedEntry } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { TabulatedEntry } from '#lib/core/domain/listed-entry.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { TableHead, useColumns } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useOrderedRanks } from './use-ordered-ranks.ts'
import { useResults } from './use-results.ts'

const PAGE_ENTRIES = 50
/** On paper; more would be a book. */
const PRINTED_ENTRIES = 1000

export function ResultTable({ home }: { home: Camera }) {
  const t = useTranslations('table')
  const caption = useId()
  const results = useResults()
  const { snapshot, filter, scan } = results
  const order = useExplorer((state) => state.order)
  // Another filter or order begins at the first page again.
  const [turned, setTurned] = useState({ filter, order, page: 0 })
  const matching = scan?.matching ?? 0
  const pages = Math.max(1, Math.ceil(matching / PAGE_ENTRIES))
  const isTurned = turned.filter === filter && turned.order === order
  const page = isTurned ? Math.min(turned.page, pages - 1) : 0
  const isPrinting = usePrinting()
  const start = isPrinting ? 0 : page * PAGE_ENTRIES
  const ranks = useOrderedRanks(results, home, start, isPrinting ? PRINTED_ENTRIES : start + PAGE_ENTRIES)
  const rows = useMemo(
    () => (snapshot ? ranks.map((rank) => toTabulatedEntry(snapshot, rank)) : []),
    [snapshot, ranks],
  )
  if (matching === 0) return null
  return (
    <>
      <ScrollRegion labelledBy={caption} className="as-table:min-h-0 as-table:flex-1">
        <table
          aria-busy={results.isBehind}
          className="w-full min-w-220 border-separate border-spacing-0 text-sm print:min-w-0"
        >
          <caption id={caption} className="px-4 py-2 text-left text-muted">
            {t('caption', { first: start + 1, last: start + rows.length, matching })}
          </caption>
          <TableHead />
          <TableRows
            rows={rows}
            located={matching - (scan?.unplaced ?? 0) - start}
            unplaced={scan?.unplaced ?? 0}
          />
        </table>
      </ScrollRegion>
      <Pager
        label={t('pages')}
        current={t('page', { page: page + 1, pages })}
        previous={{ name: t('previous'), isOffered: page > 0 }}
        next={{ name: t('next'), isOffered: page < pages - 1 }}
        onTurn={(step) => setTurned({ filter, order, page: page + step })}
      />
    </>
  )
}

/** `located` of the rows have a shown place; the others follow under a heading that counts them. */
function TableRows({
  rows,
  located,
  unplaced,
}: {
  rows: TabulatedEntry[]
  located: number
  unplaced: number
}) {
  const t = useTranslations('results')
  const format = useFormatter()
  const columns = useColumns()
  const split = Math.max(0, located)
  const toRow = (entry: TabulatedEntry) => <TableRow key={entry.slug} entry={entry} />
  return (
    <>
      <tbody>{rows.slice(0, split).map(toRow)}</tbody>
      {rows.length > split && (
        <tbody>
          <tr>
            <th
              scope="rowgroup"
              colSpan={columns.length}
              className="border-line border-b bg-paper px-4 pt-4 pb-2 text-left font-semibold"
            >
              {t('unplacedHeading')}{' '}
              <span className="text-muted tabular-nums">{format.number(unplaced)}</span>
            </th>
          </tr>
          {rows.slice(split).map(toRow)}
        </tbody>
      )}
    </>
  )
}
