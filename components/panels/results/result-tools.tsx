'use client'

/** What one can do with the results: sort them, read them as list or table, take them along. */
import { List, Table2 } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import { ExportMenu } from './export-menu.tsx'
import { OrderSelect } from './order-select.tsx'

export function ResultTools() {
  const filter = useExplorer((state) => state.filter)
  const view = useExplorer((state) => state.view)
  const recentSinceDay = recentSince(toDay(new Date()))
  return (
    <Bar>
      <OrderSelect />
      <FormSwitch />
      <ExportMenu filter={filter} context={{ view, recentSinceDay }} />
    </Bar>
  )
}

/** The same place while there is nothing to sort yet. */
export function FirstTools({ filter }: { filter: Filter }) {
  return (
    <Bar>
      <ExportMenu filter={filter} context={{ view: null, recentSinceDay: recentSince(toDay(new Date())) }} />
    </Bar>
  )
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-13 flex-wrap items-center justify-end gap-2 border-line border-b px-4 py-1.5 as-sheet:order-2 print:hidden">
      {children}
    </div>
  )
}

function FormSwitch() {
  const t = useTranslations('results')
  const isTable = useExplorer((state) => state.isTable)
  const setTable = useExplorer((state) => state.setTable)
  const forms = [
    { name: t('asList'), label: t('mapAndList'), value: false, icon: List },
    { name: t('asTable'), label: t('table'), value: true, icon: Table2 },
  ]
  return (
    <fieldset className="flex rounded-xl border border-line bg-paper p-0.5">
      <legend className="sr-only">{t('form')}</legend>
      {forms.map(({ name, label, value, icon }) => (
        <label
          key={name}
          title={name}
          className="relative flex h-8 min-w-9 cursor-pointer items-center justify-center gap-1.5 rounded-[10px] font-medium text-muted text-sm as-table:px-2.5 has-checked:bg-sheet has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-3 has-focus-visible:outline-seedling forced-colors:has-checked:border"
        >
          <input
            type="radio"
            name="t"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={isTable === value}
            onChange={() => setTable(value)}
            aria-label={name}
          />
          <LineIcon of={icon} className="size-4.5" />
          <span aria-hidden className="hidden as-table:inline">
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
