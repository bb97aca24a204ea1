'use client'

/** A card over the map: takes the focus when it opens, gives it back when it closes, closes by button or Escape. */
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'

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
  /** Whether the card is what the page prints. */
  isSheet?: boolean
}

/** Give each content its own React key: a card that shows something else is a new card. */
export function Card(props: Props) {
  const { title, closeLabel, closeHref, onClose, children, above, isSheet = false } = props
  const card = useRef<HTMLElement>(null)
  const opening = useRef({ takesFocus: props.takesFocus ?? true, returnTo: props.returnTo })
  const titleId = useId()
  useEffect(() => {
    const element = card.current
    const { takesFocus, returnTo } = opening.current
    const opener = document.activeElement
    if (takesFocus) element?.focus({ preventScroll: true })
    return () => {
      // Whoever has moved on meanwhile keeps the focus.
      if (document.activeElement !== document.body && !element?.contains(document.activeElement)) return
      const isOpener = takesFocus && opener instanceof HTMLElement && opener !== document.body
      const target = isOpener && opener.isConnected ? opener : returnTo?.()
      target?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-print-sheet={isSheet || undefined}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="fixed inset-x-3 bottom-3 z-30 max-h-[70dvh] overflow-auto rounded-2xl border border-line bg-sheet p-4 shadow-card lg:absolute lg:top-4 lg:right-4 lg:bottom-auto lg:left-auto lg:max-h-[calc(100%-2rem)] lg:w-84"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 pt-1">{above}</div>
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
            className="-mt-1 -mr-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper"
          >
            <X aria-hidden className="size-4" />
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
  )
}
