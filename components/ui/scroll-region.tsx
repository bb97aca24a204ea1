'use client'

/** A part of the page that scrolls by itself where its content is too large, and can be reached by keyboard then. */
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { labelledBy: string; className: string; children: ReactNode }

export function ScrollRegion({ labelledBy, className, children }: Props) {
  const region = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const place = region.current
    if (!place) return
    const measure = () =>
      setScrolls(place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    for (const child of place.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={region}
      aria-labelledby={labelledBy}
      tabIndex={scrolls ? 0 : undefined}
      className={`relative overflow-auto -outline-offset-3 ${className}`}
    >
      {children}
    </section>
  )
}
