'use client'

/** Turns the pages of something long. At an end the button stays, so that the focus is not lost. */
import { ChevronLeft, ChevronRight } from 'lucide'
import { LineIcon } from '#components/ui/line-icon.tsx'

type Turn = { name: string; isOffered: boolean }
type Props = { label: string; current: string; previous: Turn; next: Turn; onTurn(step: -1 | 1): void }

export function Pager({ label, current, previous, next, onTurn }: Props) {
  if (!previous.isOffered && !next.isOffered) return null
  const button =
    'grid size-10 cursor-pointer place-items-center rounded-xl border border-edge hover:bg-paper aria-disabled:cursor-default aria-disabled:opacity-40'
  return (
    <nav
      aria-label={label}
      className="flex items-center justify-end gap-3 border-line border-t bg-sheet px-4 py-2 print:hidden"
    >
      <p aria-live="polite" className="text-sm tabular-nums">
        {current}
      </p>
      <button
        type="button"
        aria-label={previous.name}
        aria-disabled={!previous.isOffered}
        onClick={() => previous.isOffered && onTurn(-1)}
        className={button}
      >
        <LineIcon of={ChevronLeft} className="size-5" />
      </button>
      <button
        type="button"
        aria-label={next.name}
        aria-disabled={!next.isOffered}
        onClick={() => next.isOffered && onTurn(1)}
        className={button}
      >
        <LineIcon of={ChevronRight} className="size-5" />
      </button>
    </nav>
  )
}
