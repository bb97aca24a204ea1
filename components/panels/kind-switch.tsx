'use client'

/** All entries, businesses or spaces, with their counts under the other filters. */
import { useFormatter, useTranslations } from 'next-intl'
import { KINDS } from '#lib/domain/entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

export function KindSwitch() {
  const t = useTranslations('filter')
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const scan = useExplorer((state) => state.scan)
  const setFilter = useExplorer((state) => state.setFilter)
  const counts = scan && [scan.byKind.reduce((sum, count) => sum + count), ...scan.byKind]
  const values = [null, ...KINDS] as const
  return (
    <fieldset className="grid grid-cols-3 rounded-xl border border-line bg-paper p-1">
      <legend className="sr-only">{t('kind')}</legend>
      {values.map((kind, index) => (
        <label
          key={kind ?? 'all'}
          className="relative flex min-h-8 cursor-pointer items-center justify-center gap-1.5 rounded-lg font-semibold text-muted text-sm has-checked:bg-sheet has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-3 has-focus-visible:outline-seedling forced-colors:has-checked:border"
        >
          <input
            type="radio"
            name="k"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={filter.kind === kind}
            onChange={() => setFilter({ kind })}
          />
          {t(kind ?? 'all')}
          <span className="tabular-nums">{counts && format.number(counts[index] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  )
}
