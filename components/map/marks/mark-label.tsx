'use client'

/** The name beside a mark: of the one under the pointer, with the focus, or selected. */
import { memo, useEffect, useRef } from 'react'
import { useMapStage } from '#components/map/map-stage.ts'
import { useMarkText } from './use-mark-text.ts'

const GAP_PIXELS = 8
/** Nearer to the upper edge than this the label stands below its mark. */
const HEAD_PIXELS = 72

export const MarkLabel = memo(function MarkLabel() {
  const controls = useMapStage((stage) => stage.controls)
  const item = useMapStage((stage) => stage.pointed ?? stage.chosen)
  const label = useRef<HTMLParagraphElement>(null)
  const toText = useMarkText()
  useEffect(() => {
    if (!controls || !item) return
    const place = () => {
      if (!label.current) return
      const { x, y } = controls.project(item)
      const isHigh = y - item.radiusPixels < HEAD_PIXELS
      const reach = item.radiusPixels + GAP_PIXELS
      label.current.style.transform = `translate(${x}px, ${isHigh ? y + reach : y - reach}px) translate(-50%, ${isHigh ? 0 : -100}%)`
    }
    place()
    return controls.onMove(place)
  }, [controls, item])
  useEffect(() => {
    const dismiss = (event: KeyboardEvent) =>
      event.key === 'Escape' && useMapStage.setState({ pointed: null })
    window.addEventListener('keydown', dismiss)
    return () => window.removeEventListener('keydown', dismiss)
  }, [])
  if (!controls || !item) return null
  const { title, detail } = toText(item)
  return (
    <p
      ref={label}
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 z-10 w-max max-w-60 rounded-lg border border-line bg-sheet px-2.5 py-1 text-center text-sm leading-snug shadow-card print:hidden"
    >
      <span className="block font-semibold">{title}</span>
      {detail && <span className="block text-muted">{detail}</span>}
    </p>
  )
})
