'use client'

/** Values with glyph, name and count, of which several may hold. On a phone a row that goes on beyond the edge. */
import { useFormatter } from 'next-intl'
import { type ReactNode, useId } from 'react'

export function FilterTiles({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold text-muted text-sm as-sheet:sr-only">{legend}</legend>
      <div className="row-beyond-edge -mx-4 flex as-sheet:-my-1 gap-1.5 overflow-x-auto px-4 py-1 beside:mx-0 beside:grid beside:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] beside:overflow-visible beside:p-0">
        {children}
      </div>
    </fieldset>
  )
}

type Props = {
  glyph: ReactNode
  name: string
  count: number | undefined
  checked: boolean
  onChange(): void
}

export function FilterTile({ glyph, name, count, checked, onChange }: Props) {
  const format = useFormatter()
  const id = useId()
  return (
    <label className="check relative flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-xl px-2 text-sm leading-[1.1] beside:min-h-9.5 beside:px-1.5">
      <input
        type="checkbox"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        checked={checked}
        onChange={onChange}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-count`}
      />
      {glyph}
      <span id={`${id}-name`} className="min-w-0 flex-1 hyphens-auto break-words font-medium">
        {name}
      </span>
      <span id={`${id}-count`} className="text-muted tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </label>
  )
}
