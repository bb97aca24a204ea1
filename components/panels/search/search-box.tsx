'use client'

/** One box for names, services, streets, districts and addresses; without script it is a form that filters. */
import { Search, X } from 'lucide'
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { isSheet, moveSheet } from '#components/ui/sheet-scroll.ts'
import { useCombobox } from '#components/ui/use-combobox.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { prepareWhenIdle } from '#lib/client/store/prepare-search.ts'
import { usePlaces } from '#lib/client/store/use-places.ts'
import { formatFilter, MAX_QUERY_LENGTH, parseFilter } from '#lib/core/view/filter.ts'
import { SearchShortcut } from './search-shortcut.tsx'
import { SearchSuggestions } from './search-suggestions.tsx'
import { useSearchText } from './use-search-text.ts'
import { useSuggestions } from './use-suggestions.ts'

export function SearchBox() {
  const t = useTranslations('search')
  const field = useRef<HTMLInputElement>(null)
  const snapshot = useExplorer((state) => state.snapshot)
  const query = useExplorer((state) => state.filter.query)
  const isFruitless = useExplorer((state) => state.scan?.matching === 0)
  const [isWanted, setWanted] = useState(false)
  const { text, type, forget } = useSearchText()
  const suggestions = useSuggestions(query, usePlaces(query, isWanted))
  /** On a phone the keyboard would lie over what was found; elsewhere the focus stays. */
  const putKeyboardAway = () => {
    if (window.matchMedia('(pointer: coarse)').matches) field.current?.blur()
  }
  const take = (index: number) => {
    forget()
    suggestions[index]?.choose()
    putKeyboardAway()
    showMap(field.current)
  }
  const combobox = useCombobox({
    count: suggestions.length,
    isWanted,
    setWanted,
    onChoose: take,
    // Where the list would be empty, the first suggestion (an address, say) is what was meant.
    onSubmit: () => (isFruitless ? take(0) : putKeyboardAway()),
    onClear: () => type(''),
  })
  useEffect(() => {
    const abort = new AbortController()
    if (snapshot) prepareWhenIdle(snapshot, abort.signal)
    return () => abort.abort()
  }, [snapshot])
  return (
    <SearchForm>
      <LineIcon of={Search} className="size-4 shrink-0 text-muted" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        name="q"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        maxLength={MAX_QUERY_LENGTH}
        value={text}
        onChange={(event) => {
          type(event.target.value)
          combobox.show(true)
        }}
        {...combobox.inputProps}
        className="w-full min-w-0 scroll-mt-20 bg-transparent outline-none! placeholder:text-muted"
      />
      {text === '' ? (
        <SearchShortcut field={field} />
      ) : (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => {
            type('')
            field.current?.focus()
          }}
          className="-mr-1.5 grid size-8 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-sheet"
        >
          <LineIcon of={X} className="size-4" />
        </button>
      )}
      {combobox.isOpen && <SearchSuggestions suggestions={suggestions} combobox={combobox} />}
      <p role="status" className="sr-only">
        {isWanted && query !== '' && t('found', { count: suggestions.length })}
      </p>
    </SearchForm>
  )
}

/** On a phone the sheet has risen for the keyboard; what was chosen is on the map behind it. */
function showMap(field: HTMLElement | null): void {
  const sheet = field?.closest<HTMLElement>('.sheet')
  if (sheet && isSheet(sheet)) moveSheet(sheet, 'half')
}

/** Without script it sends the query together with the filters of the address. */
function SearchForm({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const kept = new URLSearchParams()
  formatFilter({ ...parseFilter(useSearchParams()), query: '' }, kept)
  return (
    <search>
      <form
        action={`/${locale}`}
        onSubmit={(event) => event.preventDefault()}
        className="relative flex h-11 items-center gap-2 rounded-xl border border-edge bg-paper px-3 focus-within:outline-3 focus-within:outline-seedling"
      >
        {[...kept].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </search>
  )
}
