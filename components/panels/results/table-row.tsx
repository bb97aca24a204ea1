'use client'

/** One entry as a row; its name opens the card. */
import { Clock } from 'lucide'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { SHOWN_STATES } from '#lib/core/domain/entry.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import type { TabulatedEntry } from '#lib/core/domain/listed-entry.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { type ColumnKey, useColumns } from './table-head.tsx'

const CELL = 'border-line border-b px-3 py-2 text-left align-top'
const DAY_MILLISECONDS = 86_400_000

export function TableRow({ entry }: { entry: TabulatedEntry }) {
  const locale = useLocale()
  const columns = useColumns()
  const open = useExplorer((state) => state.open)
  const isSelected = useExplorer(
    ({ selected, snapshot }) => selected !== null && snapshot?.texts.slugs[selected] === entry.slug,
  )
  const cells = useCells(entry)
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(entry.slug)
  }
  return (
    <tr
      data-entry-id={entry.slug}
      data-kind={entry.mark.kind}
      className={isSelected ? 'bg-seedling-ground' : 'hover:bg-paper'}
    >
      <th scope="row" className={`${CELL} font-semibold first:pl-4`}>
        <a
          href={toEntryPath(locale, entry.slug)}
          aria-current={isSelected}
          onClick={follow}
          className="inline-block min-h-6 underline-offset-2 hover:underline"
        >
          {entry.name}
        </a>
      </th>
      {columns.map((column) =>
        column === 'name' ? null : (
          <td key={column} className={CELL}>
            {cells[column]}
          </td>
        ),
      )}
    </tr>
  )
}

/** What stands in the cells, in words. */
function useCells(entry: TabulatedEntry): Record<Exclude<ColumnKey, 'name'>, ReactNode> {
  const t = useTranslations()
  const format = useFormatter()
  const { mark, areaSquareMeters } = entry
  const state = SHOWN_STATES.find((shown) => shown === mark.state)
  return {
    type: (
      <span className="flex items-center gap-2">
        <EntryGlyph {...mark} />
        {mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)}
      </span>
    ),
    secondary: entry.secondary.map((discipline) => t(`disciplines.${discipline}`)).join(', '),
    area: areaSquareMeters !== null && (
      <span className="tabular-nums">{`${format.number(areaSquareMeters)}\u00a0m²`}</span>
    ),
    district: entry.district,
    address: entry.address,
    state: state && t(`states.${state}`),
    confirmed: <ConfirmedDay day={entry.confirmedDay} />,
  }
}

/** The day; an old one is marked by a clock and by words. */
function ConfirmedDay({ day }: { day: number }) {
  const t = useTranslations('freshness')
  const format = useFormatter()
  if (day === 0) return <span className="text-muted">{t('never')}</span>
  const date = format.dateTime(day * DAY_MILLISECONDS, { dateStyle: 'medium', timeZone: 'UTC' })
  if (day >= recentSince(toDay(new Date()))) return <span className="tabular-nums">{date}</span>
  return (
    <span className="flex items-center gap-1 text-notice tabular-nums" title={t('old')}>
      {date}
      <LineIcon of={Clock} className="size-3.5 shrink-0" />
      <span className="sr-only">{t('old')}</span>
    </span>
  )
}
