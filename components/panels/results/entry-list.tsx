/** Entries one below the other; those without a shown place come last, under a heading that counts them. */
import { useFormatter, useTranslations } from 'next-intl'
import type { ListedEntry } from '#lib/core/domain/listed-entry.ts'
import { ResultItem } from './result-item.tsx'

type Props = {
  /** The beginning of the results, in their order. */
  entries: readonly ListedEntry[]
  /** Of all results, how many have a shown place, and how many have none. */
  located: number
  unplaced: number
  selectedSlug?: string | null
  onSelect?: (slug: string) => void
  linkTarget?: '_blank' | undefined
}

/** On paper two columns: a list of entries is long and its lines are short. */
const LIST = 'print:columns-2 print:gap-x-8'

export function EntryList({ entries, located, unplaced, selectedSlug, onSelect, linkTarget }: Props) {
  const t = useTranslations('results')
  const format = useFormatter()
  const toItem = (entry: ListedEntry) => (
    <ResultItem
      key={entry.slug}
      entry={entry}
      isSelected={entry.slug === selectedSlug}
      linkTarget={linkTarget}
      {...(onSelect && { onSelect })}
    />
  )
  return (
    <>
      <ul className={LIST}>{entries.slice(0, located).map(toItem)}</ul>
      {entries.length > located && (
        <>
          <h2 className="border-line border-b bg-paper px-4 pt-4 pb-2 font-semibold text-sm">
            {t('unplacedHeading')} <span className="text-muted tabular-nums">{format.number(unplaced)}</span>
          </h2>
          <ul className={LIST}>{entries.slice(located).map(toItem)}</ul>
        </>
      )}
    </>
  )
}
