'use client'

/** The table's columns; those that can be sorted are buttons, and say how they stand. */
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { OrderKey } from '#lib/core/view/order.ts'

const COLUMNS = ['name', 'type', 'secondary', 'area', 'district', 'address', 'state', 'confirmed'] as const
export type ColumnKey = (typeof COLUMNS)[number]

/** Spaces have no disciplines, and only they have an area. */
export function useColumns(): readonly ColumnKey[] {
  const isSpaces = useExplorer((state) => state.filter.kind === 'space')
  const missing = isSpaces ? 'secondary' : 'area'
  return COLUMNS.filter((column) => column !== missing)
}

export function TableHead() {
  const t = useTranslations('table')
  const columns = useColumns()
  return (
    <thead>
      <tr>
        {columns.map((column) =>
          column === 'secondary' ? (
            <th key={column} scope="col" className={`${CELL} px-3 py-2`}>
              {t(`columns.${column}`)}
            </th>
          ) : (
            <SortableHeader key={column} column={column} />
          ),
        )}
      </tr>
    </thead>
  )
}

const CELL = 'sticky top-0 z-10 border-line border-y bg-paper text-left font-semibold first:pl-1'

function SortableHeader({ column }: { column: Exclude<ColumnKey, 'secondary'> & OrderKey }) {
  const t = useTranslations('table')
  const isSpaces = useExplorer((state) => state.filter.kind === 'space')
  const order = useExplorer((state) => state.order)
  const setOrder = useExplorer((state) => state.setOrder)
  const isSorted = order.by === column
  const direction = order.isDescending ? 'descending' : 'ascending'
  const icon = !isSorted ? ArrowUpDown : order.isDescending ? ArrowDown : ArrowUp
  // A date is first asked for with the newest on top.
  const next = isSorted ? !order.isDescending : column === 'confirmed'
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined} className={CELL}>
      <button
        type="button"
        onClick={() => setOrder({ by: column, isDescending: next })}
        className="flex min-h-9 w-full cursor-pointer items-center gap-1.5 px-3 py-2 text-left -outline-offset-3 hover:bg-seedling-ground"
      >
        {t(column === 'type' && isSpaces ? 'columns.use' : `columns.${column}`)}
        <LineIcon of={icon} className={`size-3.5 shrink-0 ${isSorted ? 'text-seedling' : 'text-muted'}`} />
      </button>
    </th>
  )
}
