'use client'

/** The districts behind one button, each with its count; several are joined by "or". */
import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { TogglePill } from './toggle-pill.tsx'

export function DistrictFilter() {
  const t = useTranslations('filter')
  const chosen = useExplorer((state) => state.filter.districts)
  const names = useExplorer((state) => state.snapshot?.texts.districtNames)
  const counts = useExplorer((state) => state.scan?.byDistrict)
  const setFilter = useExplorer((state) => state.setFilter)
  const id = useId()
  if (!names || names.length === 0) return null
  const toggle = (name: string) =>
    setFilter({
      districts: chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name],
    })
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-active={chosen.length > 0}
        className="check below-anchor flex min-h-9 shrink-0 cursor-pointer items-center gap-1.5 rounded-full px-3 font-medium text-sm beside:min-h-8 beside:px-2.5"
      >
        {t('district')}
        {chosen.length > 0 && <span className="text-muted tabular-nums">{chosen.length}</span>}
        <LineIcon of={ChevronDown} className="size-4" />
      </button>
      <fieldset
        id={id}
        popover="auto"
        className="below max-h-[60dvh] w-[min(22.5rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-edge bg-sheet p-3 text-ink shadow-card"
      >
        <legend className="sr-only">{t('district')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {names.map((name, index) => (
            <TogglePill
              key={name}
              name={name}
              count={counts?.[index]}
              checked={chosen.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
