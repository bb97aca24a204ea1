'use client'

/** What else one asks of spaces than their use: numbers and days in one row, then what is yes or no, then lists. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import {
  type ChoicesField,
  type FlagField,
  isFilterKind,
  PLACED_FILTER_FIELDS,
} from '#lib/core/domain/fields/filter-fields.ts'
import { toggleCode } from '#lib/core/view/parameters.ts'
import { DayControl, RangeControls } from './space-filter-fields.tsx'
import { TogglePill } from './toggle-pill.tsx'

const RANGES = PLACED_FILTER_FIELDS.filter(isFilterKind('range'))
const DAYS = PLACED_FILTER_FIELDS.filter(isFilterKind('day-by'))
const FLAGS = PLACED_FILTER_FIELDS.filter(isFilterKind('flag'))
/** The use has tiles of its own. */
const LISTS = PLACED_FILTER_FIELDS.filter(isFilterKind('choices')).filter(
  ({ condition }) => condition !== 'uses',
)

export function SpaceDetailFilter() {
  const t = useTranslations('spaceFilter')
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {RANGES.map((field) => (
          <Group key={field.condition} legend={t(`fields.${field.condition}.label`)}>
            <RangeControls field={field} />
          </Group>
        ))}
        {DAYS.map((field) => (
          <DayControl key={field.condition} field={field} />
        ))}
      </div>
      <Group legend={t('access')}>
        {FLAGS.map((field) => (
          <FlagControl key={field.condition} field={field} />
        ))}
      </Group>
      {LISTS.map((field) => (
        <ListControl key={field.condition} field={field} />
      ))}
    </div>
  )
}

function FlagControl({ field: { condition } }: { field: FlagField }) {
  const t = useTranslations('spaceFilter.fields')
  const isChosen = useExplorer((state) => state.filter[condition])
  const count = useExplorer((state) => state.scan?.bySpaceValue[condition][0])
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <TogglePill
      name={t(`${condition}.label`)}
      count={count}
      checked={isChosen}
      onChange={(checked) => setFilter({ [condition]: checked })}
    />
  )
}

function ListControl({ field: { condition, choices, choiceNames, codes } }: { field: ChoicesField }) {
  const t = useTranslations()
  const chosen: readonly string[] = useExplorer((state) => state.filter[condition])
  const counts = useExplorer((state) => state.scan?.bySpaceValue[condition])
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <Group legend={t(`spaceFilter.fields.${condition}.label`)}>
      {choices.map((code) => (
        <TogglePill
          key={code}
          name={t(`${choiceNames}.${code}`)}
          count={counts?.[codes.indexOf(code)]}
          checked={chosen.includes(code)}
          onChange={() => setFilter({ [condition]: toggleCode(chosen, code, choices) })}
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
