'use client'

/** A card over the map, on a phone a sheet: takes the focus when it opens, gives it back when it closes, closes by button, Escape or a swipe down. */
import { X } from 'lucide'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { Sheet } from './sheet.tsx'

type Props = {
  title: string
  closeLabel: string
  /** Where closing leads without script. */
  closeHref: string
  onClose(): void
  children: ReactNode
  above?: ReactNode
  /** False for a card that comes with the page: then nobody has opened it, and the focus stays where it is. */
  takesFocus?: boolean
  /** Where the focus goes when the card closes and its opener is gone. */
  returnTo?: () => HTMLElement | null
  /** Whether the page prints this card alone. */
  isPrinted?: boolean
}

/** Give each content its own React key: a card that shows something else is a new card. */
export function Card(props: Props) {
  const { title, closeLabel, closeHref, onClose, children, above, isPrinted = false } = props
  const card = useRef<HTMLElement>(null)
  const opener = useRef<Element | null>(null)
  // What holds at the moment of opening.
  const [{ takesFocus, returnTo }] = useState({
    takesFocus: props.takesFocus ?? true,
    returnTo: props.returnTo,
  })
  const titleId = useId()
  // Before the card hides the list, and with it what had the focus.
  useLayoutEffect(() => {
    if (!takesFocus) return
    opener.current = document.activeElement
    card.current?.focus({ preventScroll: true })
  }, [takesFocus])
  // Once the card has left the page: on a phone the list is hidden as long as it is there.
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      const from = opener.current
      const isThere = from instanceof HTMLElement && from !== document.body && from.isConnected
      const target = isThere ? from : returnTo?.()
      target?.focus({ preventScroll: true })
    },
    [returnTo],
  )
  return (
    <Sheet
      subject="card"
      onClose={onClose}
      className={`z-30 ${takesFocus ? 'motion-safe:animate-arrive' : ''} beside:fixed beside:top-[calc(var(--header)+1rem)] beside:right-4 beside:max-h-[calc(100dvh-var(--header)-1rem-var(--map-foot))] beside:w-84 beside:overflow-y-auto beside:rounded-2xl beside:border beside:border-line beside:bg-sheet beside:shadow-card print:static print:w-auto print:border-0`}
    >
      <article
        ref={card}
        tabIndex={-1}
        aria-labelledby={titleId}
        data-print-sheet={isPrinted || undefined}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="rounded-2xl px-4 pb-4 -outline-offset-3"
      >
        <div className="sticky top-0 z-10 -mx-4 flex items-start gap-2 rounded-t-2xl bg-sheet px-4 pt-5 pb-1 beside:pt-4">
          <div className="min-w-0 flex-1">{above}</div>
          <form
            action={closeHref}
            className="print:hidden"
            onSubmit={(event) => {
              event.preventDefault()
              onClose()
            }}
          >
            <button
              type="submit"
              aria-label={closeLabel}
              className="-mt-1.5 -mr-2 grid size-11 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper beside:size-9"
            >
              <LineIcon of={X} className="size-5 beside:size-4" />
            </button>
          </form>
        </div>
        <h2
          id={titleId}
          className="hyphens-auto text-balance break-words font-bold font-display text-xl leading-tight"
        >
          {title}
        </h2>
        {children}
      </article>
    </Sheet>
  )
}
