/** The map's round buttons at its right edge, one above the other, where that is too low in columns; what a behaviour offers comes in as a child. */
import type { ReactNode } from 'react'

export function MapButtons({ children }: { children: ReactNode }) {
  return (
    <div className="absolute right-4 bottom-(--map-foot) z-10 flex max-h-[max(6rem,calc(100%-var(--map-foot)-4rem))] flex-col flex-wrap-reverse content-start gap-2 mapless:hidden print:hidden">
      {children}
    </div>
  )
}

type Props = {
  /** What pressing it does, spoken and shown as a tip. */
  label: string
  onPress(): void
  /** For a switch: whether it is on. */
  isOn?: boolean
  isDisabled?: boolean
  /** The glyph. */
  children: ReactNode
}

export function MapButton({ label, onPress, isOn, isDisabled = false, children }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={isDisabled}
      onClick={onPress}
      className="grid size-11 cursor-pointer place-items-center rounded-xl border border-line bg-sheet shadow-card hover:bg-paper disabled:cursor-default disabled:text-muted aria-pressed:border-seedling aria-pressed:bg-seedling-ground aria-pressed:text-seedling [&>svg]:size-5"
    >
      {children}
    </button>
  )
}
