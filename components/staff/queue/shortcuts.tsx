'use client'

/** Keys for those who decide much: they press what is on the page anyway, and can be switched off. */
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useState } from 'react'

const STORE = 'keimzelle-shortcuts'

type Props = { keys: readonly { key: string; name: string }[] }

export function Shortcuts({ keys }: Props) {
  const t = useTranslations('moderation.shortcuts')
  // Unknown on the server, and without script there are none.
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(localStorage.getItem(STORE) !== 'off'), [])
  // The keys work as soon as they are shown.
  useLayoutEffect(() => {
    if (!isOn) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
  if (isOn === null) return null
  return (
    <section
      aria-label={t('label')}
      className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm print:hidden"
    >
      <label className="flex min-h-11 cursor-pointer items-center gap-2 font-medium">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            localStorage.setItem(STORE, target.checked ? 'on' : 'off')
            setOn(target.checked)
          }}
          className="size-5 accent-seedling"
        />
        {t('use')}
      </label>
      {isOn && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {keys.map(({ key, name }) => (
            <li key={key}>
              <kbd className="rounded border border-edge bg-sheet px-1.5 font-mono">{key}</kbd> {name}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function press(event: KeyboardEvent): void {
  const { key, target } = event
  const isTyping =
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select')
  if (isTyping || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const row = document.activeElement?.closest<HTMLElement>('[data-queue-row]')
  const button = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`)
  if (button) {
    if (row && !document.querySelector('[data-queue-row] input:checked')) tick(row)
    button.click()
  } else if (key === 'x' && row) tick(row)
  else if (key === 'j' || key === 'k') step(row ?? null, key === 'j' ? 1 : -1)
}

function tick(row: HTMLElement): void {
  row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
}

function step(from: HTMLElement | null, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-queue-row]')]
  const position = from ? rows.indexOf(from) + by : 0
  rows[position]?.querySelector<HTMLElement>('a')?.focus()
}
