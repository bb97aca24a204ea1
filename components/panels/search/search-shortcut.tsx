'use client'

/** The key "/" leads to the search box; pressing the key's picture switches that off, for people who dictate or mistype. */
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'

const STORED_AS = 'keimzelle.search-key'

export function SearchShortcut({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations('search')
  const [isOn, setOn] = useState(true)
  useEffect(() => setOn(readChoice()), [])
  useEffect(() => {
    if (!isOn) return
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isEditing(event.target))
        return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [isOn, field])
  const toggle = () => {
    keepChoice(!isOn)
    setOn(!isOn)
  }
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={t('shortcut')}
      title={t('shortcut')}
      onClick={toggle}
      className="hidden size-6 shrink-0 cursor-pointer place-items-center rounded-md border border-line font-semibold text-muted text-sm aria-[pressed=false]:line-through pointer-fine:grid"
    >
      /
    </button>
  )
}

/** Browsers may forbid a page to store anything: then the choice holds until the page is left. */
function readChoice(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}

function keepChoice(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOn ? 'on' : 'off')
  } catch {}
}

function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.matches('[type=radio], [type=checkbox]')))
  )
}
