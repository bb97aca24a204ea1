/** The letter of an area as it stands on the map. */
import type { Subject } from '#lib/client/store/planning-state.ts'

export function AreaMark({ subject: { mark, kind }, small = false }: { subject: Subject; small?: boolean }) {
  if (kind === 'district') return null
  const size = small ? 'h-6 min-w-6 rounded-md text-xs' : 'h-8.5 min-w-8.5 rounded-[10px] text-base'
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center bg-seedling px-1 font-bold font-display text-on-seedling print-color-exact forced-colors:border ${size}`}
    >
      {mark}
    </span>
  )
}
