/** A scale of colours with its title and numbers, and beside it what else there is to say. It keeps its colours where the system sets its own. */
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** CSS from the least to the most. */
  background: string
  /** From the least to the most, as they are read. */
  ticks: readonly string[]
  className?: string
  children: ReactNode
}

export function Ramp({ title, background, ticks, className = '', children }: Props) {
  return (
    <figure className={`flex flex-wrap items-end gap-x-5 gap-y-2 ${className}`}>
      <div className="w-64 max-w-full grow">
        <figcaption className="font-bold text-sm">{title}</figcaption>
        <div className="mt-1.5 rounded-md border border-line bg-map-ground forced-color-adjust-none">
          <div aria-hidden className="h-3 rounded-md print-color-exact" style={{ background }} />
        </div>
        <p className="mt-1 flex justify-between text-xs tabular-nums">
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </p>
      </div>
      <div className="max-w-60 text-muted text-xs leading-relaxed">{children}</div>
    </figure>
  )
}
