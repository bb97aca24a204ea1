/** What stands over the map beside its buttons: cards of what was worked out of the entries, one above the other. */
import type { ReactNode } from 'react'

export function MapCards({ children }: { children: ReactNode }) {
  return (
    <div
      data-map-cards
      className="pointer-events-none absolute right-18 bottom-(--map-foot) left-3 z-10 flex max-h-[calc(100%-var(--map-foot)-4rem)] flex-col justify-end gap-2 print:static print:mt-4 print:max-h-none mapless:hidden beside:left-auto beside:w-80 [&>*]:pointer-events-auto"
    >
      {children}
    </div>
  )
}
