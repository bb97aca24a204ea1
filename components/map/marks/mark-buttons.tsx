'use client'

/**
 * The marks as real buttons, for keyboard and screen reader: invisible until one has the focus, then its outline stands around
 * the mark on the map. One of them is in the tab order; the arrow keys lead to the nearest mark in their direction.
 */
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useDeferredValue, useEffect, useId, useMemo, useRef } from 'react'
import { type MapControls, toMarkId, useMapStage } from '#components/map/map-stage.ts'
import type { MapItem } from '#lib/core/geo/map/map-clusters.ts'
import { findNeighbour, isDirection } from './mark-neighbour.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useMarkText } from './use-mark-text.ts'

/** The list beside the map has all; a longer row of buttons helps nobody. */
const MAX_BUTTONS = 50

/** They follow when the browser has shown the marks, and change with those alone, not with the map's state. */
export const MarkButtons = memo(function MarkButtons() {
  const controls = useMapStage((stage) => stage.controls)
  const items = useDeferredValue(useMapStage((stage) => stage.items))
  const largest = useMemo(() => items.slice(0, MAX_BUTTONS), [items])
  if (!controls) return null
  return <MarkButtonRow controls={controls} items={largest} left={items.length - largest.length} />
})

function buttonsOf(row: HTMLElement | null): HTMLButtonElement[] {
  return [...(row?.querySelectorAll('button') ?? [])]
}

type Props = { controls: MapControls; items: MapItem[]; left: number }

function MarkButtonRow({ controls, items, left }: Props) {
  const t = useTranslations('map.marks')
  const hintId = useId()
  const row = useRef<HTMLUListElement>(null)
  const toText = useMarkText()
  const { current, focus, blur } = useKeptFocus(items, row)
  useEffect(() => {
    const place = () => {
      for (const [at, button] of buttonsOf(row.current).entries()) {
        const item = items[at]
        if (!item) continue
        const { x, y } = controls.project(item)
        button.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`
      }
    }
    place()
    return controls.onMove(place)
  }, [controls, items])
  const answer = (event: KeyboardEvent, item: MapItem) => {
    const { key } = event
    if (key === '+' || key === '-') controls.zoomBy(key === '+' ? 1 : -1)
    else if (isDirection(key)) {
      const places = items.map((it) => controls.project(it))
      const next = findNeighbour(places, items.indexOf(item), key)
      buttonsOf(row.current)[next]?.focus({ preventScroll: true })
    } else return
    event.preventDefault()
  }
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-none absolute inset-0 overflow-hidden print:hidden"
    >
      <p id={hintId} className="sr-only">
        {items.length === 0 ? t('none') : t('hint')} {left > 0 && t('left', { count: left })}
      </p>
      <ul ref={row}>
        {items.map((item, at) => {
          const { title, detail, action } = toText(item)
          return (
            <li key={toMarkId(item)}>
              <button
                type="button"
                aria-label={[detail ? `${title}: ${detail}` : title, action].join('. ')}
                aria-describedby={hintId}
                tabIndex={at === current ? 0 : -1}
                onFocus={() => focus(item)}
                onBlur={blur}
                onKeyDown={(event) => answer(event, item)}
                onClick={() => controls.open(item)}
                className={`absolute top-0 left-0 ${item.kind === 'business' ? 'rounded-full' : 'rounded-lg'}`}
                style={{ width: 2 * item.radiusPixels, height: 2 * item.radiusPixels }}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
