/** A small table for reading: the first column names the row. Narrow pages scroll it sideways. */
import { type ReactNode, useId } from 'react'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'

type Props = {
  caption: string
  /** Where the heading above says the same. */
  isCaptionHidden?: boolean
  columns: { name: string; isNumber?: boolean }[]
  rows: { key: string; cells: ReactNode[] }[]
}

export function DataTable({ caption, isCaptionHidden = false, columns, rows }: Props) {
  const id = useId()
  const toAlign = (position: number) =>
    columns[position]?.isNumber ? 'text-right tabular-nums whitespace-nowrap' : 'text-left'
  return (
    <ScrollRegion labelledBy={id} className="rounded-2xl border border-line bg-sheet">
      <table className="w-full border-collapse text-sm">
        <caption
          id={id}
          className={isCaptionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-left font-semibold text-base'}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ name }, position) => (
              <th
                key={name}
                scope="col"
                className={`px-2.5 sm:px-4 py-2 font-semibold text-muted ${toAlign(position)}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key} className="border-line border-t">
              <th scope="row" className={`px-2.5 sm:px-4 py-2 align-top font-medium ${toAlign(0)}`}>
                {first}
              </th>
              {others.map((cell, position) => (
                <td
                  key={columns[position + 1]?.name}
                  className={`px-2.5 sm:px-4 py-2 align-top ${toAlign(position + 1)}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
