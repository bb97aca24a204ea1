'use client'

/**
 * The typed conditions on spaces. What is typed stays as it was typed while the field has the focus, and counts as soon as it can be read.
 */
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { DayField, NumberRange, RangeField } from '#lib/core/domain/fields/filter-fields.ts'
import { parseIsoDate } from '#lib/core/domain/values/day-value.ts'
import { parseRangeEnd } from '#lib/core/view/space-conditions.ts'

const CONTROL = 'h-9 rounded-lg border border-edge bg-sheet px-2 text-sm tabular-nums beside:h-8'
const FIRST_DAY = '2000-01-01'

export function RangeControls({ field }: { field: RangeField }) {
  return (
    <>
      <EndControl field={field} end="from" />
      <EndControl field={field} end="to" />
    </>
  )
}

function EndControl({ field, end }: { field: RangeField; end: keyof NumberRange }) {
  const t = useTranslations('spaceFilter')
  const { condition, bounds, decimals } = field
  const range = useExplorer((state) => state.filter[condition])
  const setFilter = useExplorer((state) => state.setFilter)
  const typed = useTyped(range[end], (value) => setFilter({ [condition]: { ...range, [end]: value } }))
  return (
    <label className="flex items-center gap-1.5 text-sm">
      <span aria-hidden>{t(end)}</span>
      <input
        type="number"
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        aria-label={t(`fields.${condition}.${end}Label`)}
        min={bounds[0]}
        max={bounds[1]}
        step={decimals === 0 ? undefined : 'any'}
        value={typed.text}
        onChange={({ target: { value } }) =>
          typed.take(value, parseRangeEnd(field, decimals === 0 ? (value.split('.')[0] ?? '') : value))
        }
        onBlur={typed.leave}
        className={`w-18 text-right ${CONTROL}`}
      />
    </label>
  )
}

export function DayControl({ field: { condition } }: { field: DayField }) {
  const t = useTranslations('spaceFilter.fields')
  const id = useId()
  const day = useExplorer((state) => state.filter[condition])
  const setFilter = useExplorer((state) => state.setFilter)
  const typed = useTyped(day, (value) => setFilter({ [condition]: value }))
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold text-muted text-sm">
        {t(`${condition}.label`)}
      </label>
      <input
        id={id}
        type="date"
        min={FIRST_DAY}
        value={typed.text}
        // The years on the way to one of four digits are too early.
        onChange={({ target }) =>
          typed.take(target.value, target.validity.valid ? parseIsoDate(target.value) : null)
        }
        onBlur={typed.leave}
        className={CONTROL}
      />
    </div>
  )
}

/** A field's text beside the value that it stands for; a value that changes elsewhere takes its place. */
function useTyped<Value extends string | number>(
  value: Value | null,
  onChange: (value: Value | null) => void,
) {
  const [typed, setTyped] = useState<{ text: string; value: Value | null } | null>(null)
  return {
    text: typed?.value === value ? typed.text : String(value ?? ''),
    take: (text: string, read: Value | null) => {
      setTyped({ text, value: read })
      onChange(read)
    },
    leave: () => setTyped(null),
  }
}
