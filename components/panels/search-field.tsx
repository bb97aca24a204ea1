'use client'

/** The box for names, services, streets and districts. */
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { MAX_QUERY_LENGTH } from '#lib/domain/filter.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

export function SearchField() {
  const t = useTranslations('filter')
  const query = useExplorer((state) => state.filter.query)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <search className="flex h-11 items-center gap-2 rounded-xl border border-edge bg-paper px-3 focus-within:outline-3 focus-within:outline-seedling">
      <Search aria-hidden className="size-4 shrink-0 text-muted" />
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('placeholder')}
        maxLength={MAX_QUERY_LENGTH}
        value={query}
        onChange={(event) => setFilter({ query: event.target.value })}
        className="w-full bg-transparent outline-none placeholder:text-muted"
      />
    </search>
  )
}
