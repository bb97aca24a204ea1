'use client'

/** All entries, businesses or spaces, with their counts under the other filters; what is asked of spaces holds for spaces alone. */
import { useFormatter, useTranslations } from 'next-intl'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { KINDS } from '#lib/core/domain/entry.ts'

export function KindSwitch() {
  const t = useTranslations('filter')
  const format = useFormatter()
  const chosen = useExplorer((state) => state.filter.kind)
  const byKind = useExplorer((state) => state.scan?.byKind)
  const setFilter = useExplorer((state) => state.setFilter)
  const ofAllKinds = useExplorer((state) => state.scan?.ofAllKinds ?? 0)
  const counts = byKind && [ofAllKinds, ...byKind]
  const values = [null, ...KINDS] as const
  return (
    <fieldset className="flex rounded-xl border border-line bg-paper p-1">
      <legend className="sr-only">{t('kind')}</legend>
      {values.map((kind, index) => (
        <label
          key={kind ?? 'all'}
          className="relative flex min-h-9 flex-1 cursor-pointer flex-wrap items-center justify-center gap-x-1.5 rounded-lg px-1 font-semibold text-muted text-sm leading-tight has-checked:bg-sheet has-checked:text-ink has-checked:shadow-sm has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-3 has-focus-visible:outline-seedling beside:min-h-8 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none"
        >
          <input
            type="radio"
            name="k"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={chosen === kind}
            onChange={() => setFilter({ kind })}
          />
          {t(kind ?? 'all')}
          <span className="tabular-nums">{counts && format.number(counts[index] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  )
}
