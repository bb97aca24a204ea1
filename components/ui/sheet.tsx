'use client'

/**
 * A sheet over the map that stands at three heights: dragged by the browser's own scrolling (`app/sheet.css`), set by its handle. It is
 * not modal. Where there is room beside the map it is a plain scrolling panel. While it is a sheet, `--sheet-height` on the explorer says
 * how many pixels of the map it covers, up to the middle height.
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { SheetHandle } from './sheet-handle.tsx'
import { isSheet, moveSheet, nearestStop, publishHeight, type SheetHeight } from './sheet-scroll.ts'

type Props = {
  children: ReactNode
  /** Given where the sheet can be closed, also by dragging it down. */
  onClose?(): void
  className?: string
  /** What the handle moves: "list", "card". */
  subject: 'list' | 'card'
  /** The height at which it begins, and to which it moves when that changes. */
  begins?: SheetHeight
}

export function Sheet({ children, onClose, className = '', subject, begins = 'half' }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  const [height, setHeight] = useState<SheetHeight>(begins)
  const isClosable = onClose !== undefined
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const sheet = scroller.current
    if (!sheet) return
    sheet.dataset.live = ''
    return followSheet(sheet, begins, setHeight, () => close.current?.())
  }, [begins])
  return (
    <div
      ref={scroller}
      data-closable={isClosable || undefined}
      data-height={height}
      className={`sheet ${className}`}
    >
      {isClosable && <div data-stop="closed" />}
      <div data-stop="peek" />
      <div data-stop="half" />
      <div data-covers-map className="sheet-body flex flex-col bg-sheet">
        <SheetHandle height={height} subject={subject} onClose={onClose} />
        {children}
      </div>
    </div>
  )
}

/** Keeps the height's name and the covered pixels up to date; begins again when the screen is turned. */
function followSheet(
  sheet: HTMLElement,
  begins: SheetHeight,
  onHeight: (height: SheetHeight) => void,
  onClosed: () => void,
): () => void {
  const follow = () => {
    if (!isSheet(sheet)) return
    const stop = nearestStop(sheet)
    if (stop !== 'closed') onHeight(stop)
    else if (sheet.scrollTop < 1) onClosed()
    publishHeight()
  }
  const begin = () => {
    moveSheet(sheet, begins, 'instant')
    publishHeight()
  }
  begin()
  const orientation = new ResizeObserver(begin)
  orientation.observe(sheet.querySelector('[data-stop]') ?? sheet)
  sheet.addEventListener('scroll', follow, { passive: true })
  sheet.addEventListener('focusin', raiseForFocus)
  return () => {
    orientation.disconnect()
    sheet.removeEventListener('scroll', follow)
    sheet.removeEventListener('focusin', raiseForFocus)
    // The other sheet covers the map again once this one has left the page.
    queueMicrotask(publishHeight)
  }
}

/** A control below the fold, or a field that a keyboard on the screen will cover, needs the whole sheet. */
function raiseForFocus({ target, currentTarget: sheet }: FocusEvent): void {
  if (!(target instanceof HTMLElement && sheet instanceof HTMLElement)) return
  if (!isSheet(sheet) || nearestStop(sheet) === 'full') return
  const isText = target.matches('input[type=search], input[type=text], textarea')
  const isBelow = target.getBoundingClientRect().top >= window.innerHeight
  if (!isText && !isBelow) return
  moveSheet(sheet, 'full', 'instant')
  target.scrollIntoView({ block: 'nearest' })
}
