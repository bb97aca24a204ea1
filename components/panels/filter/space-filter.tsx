'use client'

/**
 * What one asks of spaces: their use at once where spaces are shown, the rest behind a button. No business can meet it, so a choice here
 * shows spaces alone (`changeFilter`); as long as all entries are shown, that is said beforehand.
 */
import { ChevronDown } from 'lucide'
import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { FILTER_FIELDS } from '#lib/core/domain/fields/filter-fields.ts'
import { listChips } from './filter-conditions.ts'
import { SpaceDetailFilter } from './space-detail-filter.tsx'
import { SpaceUseFilter } from './space-use-filter.tsx'

/** All but the use, which stands above them. */
const DETAILS: readonly string[] = FILTER_FIELDS.map(({ condition }) => condition).filter(
  (condition) => condition !== 'uses',
)

export function SpaceFilter() {
  const t = useTranslations('spaceFilter')
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (filter.kind === 'business') return null
  const isSpaces = filter.kind === 'space'
  const held = listChips(filter).filter(({ condition }) => DETAILS.includes(condition)).length
  return (
    <section aria-label={t('label')} className="space-y-2.5">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        data-active={held > 0}
        className="check flex min-h-9 w-full cursor-pointer items-center gap-1.5 rounded-xl px-3 text-left font-medium text-sm beside:min-h-8 beside:px-2.5"
      >
        <span className="flex-1">{t(isSpaces ? 'details' : 'open')}</span>
        {held > 0 && <span className="text-muted tabular-nums">{format.number(held)}</span>}
        <LineIcon of={ChevronDown} className={`size-4 shrink-0 ${isOpen ? 'rotate-180' : ''}`} />
      </button>
      {isOpen && !isSpaces && <p className="text-muted text-sm">{t('note')}</p>}
      {(isOpen || isSpaces) && <SpaceUseFilter />}
      <div id={id}>{isOpen && <SpaceDetailFilter />}</div>
    </section>
  )
}
