'use client'

/** A card over the map: takes the focus when it opens, gives it back when it closes, closes by button or Escape. */
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = { title: string; closeLabel: string; onClose(): void; children: ReactNode; above?: ReactNode }

/** Give each content its own React key: a card that shows something else is a new card. */
export function Card({ title, closeLabel, onClose, children, above }: Props) {
  const card = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    card.current?.focus({ preventScroll: true })
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="fixed inset-x-3 bottom-3 z-30 max-h-[70dvh] overflow-auto rounded-2xl border border-line bg-sheet p-4 shadow-card lg:absolute lg:top-4 lg:right-4 lg:bottom-auto lg:left-auto lg:max-h-[calc(100%-2rem)] lg:w-84"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 pt-1">{above}</div>
        <button
          type="button"
          aria-label={closeLabel}
          onClick={onClose}
          className="-mt-1 -mr-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper"
        >
          <X aria-hidden className="size-4" />
        </button>
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
