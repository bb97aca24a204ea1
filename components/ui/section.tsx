/** A part of the page that can be linked to. */
import type { ReactNode } from 'react'

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14 space-y-4 break-inside-avoid-page">
      <h2 id={id} className="scroll-mt-20 text-balance font-bold font-display text-2xl tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  )
}
