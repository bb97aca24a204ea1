'use client'

/** The districts behind one button, each with its count; several are joined by "or". */
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { TogglePill } from './toggle-pill.tsx'

export function DistrictFilter() {
  const t = useTranslations('filter')
  const chosen = useExplorer((state) => state.filter.districts)
  const names = useExplorer((state) => state.snapshot?.texts.districtNames)
  const counts = useExplorer((state) => state.scan?.byDistrict)
  const setFilter = useExplorer((state) => state.setFilter)
  const [isOpen, setOpen] = useState(false)
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
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        data-active={chosen.length > 0}
        className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-sheet px-3 font-medium text-sm data-[active=true]:border-ink data-[active=true]:ring-1 data-[active=true]:ring-ink"
      >
        {t('district')}
        {chosen.length > 0 && <span className="text-muted tabular-nums">{chosen.length}</span>}
        <ChevronDown aria-hidden className={`size-4 ${isOpen ? 'rotate-180' : ''}`} />
      </button>
      <fieldset
        id={id}
        hidden={!isOpen}
        className="order-last flex w-full flex-wrap gap-1.5 rounded-xl border border-line bg-paper p-2 [&[hidden]]:hidden"
      >
        <legend className="sr-only">{t('district')}</legend>
        {names.map((name, index) => (
          <TogglePill
            key={name}
            name={name}
            count={counts?.[index]}
            checked={chosen.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </fieldset>
    </>
  )
}
