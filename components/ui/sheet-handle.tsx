'use client'

/** The sheet's handle: a button that goes through the heights, also by arrow keys, and can be dragged by a mouse. Fingers drag the sheet itself. */
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { moveSheet, nearestStop, SHEET_HEIGHTS, type SheetHeight } from './sheet-scroll.ts'

const CLICK_PIXELS = 4

type Props = { height: SheetHeight; subject: 'list' | 'card'; onClose: (() => void) | undefined }

export function SheetHandle({ height, subject, onClose }: Props) {
  const t = useTranslations('sheet')
  const [isAnnounced, setAnnounced] = useState(false)
  const { wasDragged, ...drag } = useMouseDrag()
  // Several presses in a row go on from where the sheet is on its way to.
  const aim = useRef(height)
  useEffect(() => {
    aim.current = height
  }, [height])
  const step = (element: HTMLElement, steps: number) => {
    const index = SHEET_HEIGHTS.indexOf(aim.current) + steps
    setAnnounced(true)
    if (index < 0) onClose?.()
    const next = SHEET_HEIGHTS[index]
    const sheet = sheetOf(element)
    if (!next || !sheet) return
    aim.current = next
    moveSheet(sheet, next)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const steps = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (steps === 0) return
    event.preventDefault()
    step(event.currentTarget, steps)
  }
  return (
    <div className="sticky top-0 z-40 -mb-5 flex h-5 justify-center beside:hidden mapless:hidden print:hidden">
      <button
        type="button"
        aria-label={t(`handle.${subject}`)}
        className="group grid h-6 w-28 cursor-grab touch-pan-y place-items-center rounded-full -outline-offset-3"
        onKeyDown={press}
        onClick={({ currentTarget }) => !wasDragged() && step(currentTarget, height === 'full' ? -2 : 1)}
        {...drag}
      >
        <span className="h-1 w-12 rounded-full bg-edge group-hover:bg-muted forced-colors:bg-[ButtonText]" />
      </button>
      <span role="status" className="sr-only">
        {isAnnounced && t(`height.${height}`)}
      </span>
    </div>
  )
}

/** Moves the sheet with a mouse whose button is down, and lets it rest at the nearest height. */
function useMouseDrag() {
  const start = useRef({ y: 0, top: 0 })
  const dragged = useRef(false)
  return {
    wasDragged: () => dragged.current,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false
      const sheet = sheetOf(event.currentTarget)
      if (event.pointerType !== 'mouse' || !sheet) return
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = { y: event.clientY, top: sheet.scrollTop }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const sheet = sheetOf(event.currentTarget)
      if (!event.currentTarget.hasPointerCapture(event.pointerId) || !sheet) return
      const moved = start.current.y - event.clientY
      if (Math.abs(moved) > CLICK_PIXELS) dragged.current = true
      if (!dragged.current) return
      sheet.dataset.dragged = ''
      sheet.scrollTop = start.current.top + moved
    },
    onLostPointerCapture: (event: PointerEvent<HTMLElement>) => {
      const sheet = sheetOf(event.currentTarget)
      if (!sheet || !('dragged' in sheet.dataset)) return
      delete sheet.dataset.dragged
      moveSheet(sheet, nearestStop(sheet))
    },
  }
}

function sheetOf(element: HTMLElement): HTMLElement | null {
  return element.closest<HTMLElement>('.sheet')
}
