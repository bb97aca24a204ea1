/** One line of what is known; none where nothing is. */
import type { ReactNode } from 'react'

export function FactRow({ name, value }: { name: string; value: ReactNode }) {
  if (!value) return null
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </div>
  )
}
