'use client'

/** A word about what has just happened; takes the focus when it comes, so that it is read out and seen. */
import { type ReactNode, useEffect, useRef } from 'react'

type Props = { tone: 'good' | 'bad'; children: ReactNode }

export function Notice({ tone, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const colors =
    tone === 'good' ? 'border-seedling bg-seedling-ground' : 'border-danger bg-danger-ground text-danger'
  return (
    <div
      ref={place}
      tabIndex={-1}
      role={tone === 'good' ? 'status' : 'alert'}
      data-notice={tone}
      className={`mt-6 max-w-2xl rounded-xl border px-4 py-3 font-medium ${colors}`}
    >
      {children}
    </div>
  )
}
