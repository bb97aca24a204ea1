'use client'

/** The conditions that hold, each with a button that takes it back, and one that takes back all. */
import { X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useSpaceWords } from '#components/panels/entry/use-space-words.ts'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { isDiscipline } from '#lib/core/domain/discipline.ts'
import { FILTER_FIELDS } from '#lib/core/domain/fields/filter-fields.ts'
import { type Filter, NO_FILTER } from '#lib/core/view/filter.ts'
import { type Chip, listChips } from './filter-conditions.ts'

export function FilterChips() {
  const t = useTranslations('filter')
  const filter = useExplorer((state) => state.filter)
  const setFilter = useExplorer((state) => state.setFilter)
  const nameOf = useChipName(filter)
  const chips = listChips(filter)
  if (chips.length === 0) return null
  return (
    <section
      aria-label={t('active')}
      className="flex flex-wrap items-center gap-1.5 px-4 pt-2.5 pb-1 as-sheet:order-2 print:hidden"
    >
      {chips.map((chip) => {
        const name = nameOf(chip)
        return (
          <button
            key={`${chip.condition} ${chip.value}`}
            type="button"
            aria-label={t('remove', { name })}
            onClick={() => setFilter(chip.without)}
            className="flex min-h-8 max-w-full cursor-pointer items-center gap-1 rounded-full border border-seedling bg-seedling-ground pr-2 pl-3 font-medium text-sm hover:bg-sheet"
          >
            <span className="truncate">{name}</span>
            <LineIcon of={X} className="size-3.5 shrink-0" />
          </button>
        )
      })}
      <button
        type="button"
        onClick={() => setFilter(NO_FILTER)}
        className="min-h-8 cursor-pointer px-1.5 font-semibold text-muted text-sm underline underline-offset-2 hover:text-ink"
      >
        {t('reset')}
      </button>
    </section>
  )
}

function useChipName(filter: Filter): (chip: Chip) => string {
  const t = useTranslations()
  const words = useSpaceWords(filter)
  return ({ condition, value }) => {
    if (condition === 'query') return t('results.query', { query: value })
    if (condition === 'kind') return t(value === 'space' ? 'filter.space' : 'filter.business')
    if (condition === 'disciplines' && isDiscipline(value)) return t(`disciplines.${value}`)
    const field = FILTER_FIELDS.find((known) => known.condition === condition)
    if (field) return words(field, value)
    if (condition === 'isRecent') return t('filter.recent')
    if (condition === 'isInView') return t('filter.inView')
    return value
  }
}
