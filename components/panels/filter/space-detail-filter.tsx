'use client'

/** Area, access, day, rent and state of spaces. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { ENTRY_STATES, RENT_CLASSES, SHOWN_SPACE_STATES } from '#lib/core/domain/entry.ts'
import { toggleCode } from '#lib/core/view/parameters.ts'
import { AreaFields, DayField } from './space-filter-fields.tsx'
import { TogglePill } from './toggle-pill.tsx'

export function SpaceDetailFilter() {
  const t = useTranslations('spaceFilter')
  const isStepFree = useExplorer((state) => state.filter.isStepFree)
  const stepFree = useExplorer((state) => state.scan?.stepFree)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Group legend={t('area')}>
          <AreaFields />
        </Group>
        <DayField />
      </div>
      <Group legend={t('access')}>
        <TogglePill
          name={t('stepFree')}
          count={stepFree}
          checked={isStepFree}
          onChange={(checked) => setFilter({ isStepFree: checked })}
        />
      </Group>
      <RentFilter />
      <StateFilter />
    </div>
  )
}

function RentFilter() {
  const t = useTranslations()
  const chosen = useExplorer((state) => state.filter.rents)
  const counts = useExplorer((state) => state.scan?.byRent)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <Group legend={t('spaceFilter.rent')}>
      {RENT_CLASSES.map((rent, index) => (
        <TogglePill
          key={rent}
          name={t(`space.rents.${rent}`)}
          count={counts?.[index]}
          checked={chosen.includes(rent)}
          onChange={() => setFilter({ rents: toggleCode(chosen, rent, RENT_CLASSES) })}
        />
      ))}
    </Group>
  )
}

function StateFilter() {
  const t = useTranslations()
  const chosen = useExplorer((state) => state.filter.states)
  const counts = useExplorer((state) => state.scan?.byState)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <Group legend={t('spaceFilter.state')}>
      {SHOWN_SPACE_STATES.map((state) => (
        <TogglePill
          key={state}
          name={t(`states.${state}`)}
          count={counts?.[ENTRY_STATES.indexOf(state)]}
          checked={chosen.includes(state)}
          onChange={() => setFilter({ states: toggleCode(chosen, state, SHOWN_SPACE_STATES) })}
        />
      ))}
    </Group>
  )
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold text-muted text-sm">{legend}</legend>
      <div className="flex flex-wrap items-center gap-1.5">{children}</div>
    </fieldset>
  )
}
