'use client'

/**
 * The typed conditions on spaces. What is typed stays as it was typed while the field has the focus, and counts as soon as it can be read.
 */
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { parseIsoDate } from '#lib/core/domain/freshness.ts'
import { type AreaRange, MAX_AREA_SQUARE_METERS, parseSquareMeters } from '#lib/core/view/space-conditions.ts'

const CONTROL = 'h-9 rounded-lg border border-edge bg-sheet px-2 text-sm tabular-nums beside:h-8'
const FIRST_DAY = '2000-01-01'

export function AreaFields() {
  return (
    <>
      <AreaField end="from" />
      <AreaField end="to" />
    </>
  )
}

function AreaField({ end }: { end: keyof AreaRange }) {
  const t = useTranslations('spaceFilter')
  const area = useExplorer((state) => state.filter.area)
  const setFilter = useExplorer((state) => state.setFilter)
  const field = useTyped(area[end], (value) => setFilter({ area: { ...area, [end]: value } }))
  return (
    <label className="flex items-center gap-1.5 text-sm">
      <span aria-hidden>{t(end)}</span>
      <input
        type="number"
        inputMode="numeric"
        aria-label={t(`${end}Label`)}
        min={1}
        max={MAX_AREA_SQUARE_METERS}
        value={field.text}
        onChange={({ target }) =>
          field.take(target.value, parseSquareMeters(target.value.split('.')[0] ?? ''))
        }
        onBlur={field.leave}
        className={`w-18 text-right ${CONTROL}`}
      />
    </label>
  )
}

export function DayField() {
  const t = useTranslations('spaceFilter')
  const id = useId()
  const day = useExplorer((state) => state.filter.availableBy)
  const setFilter = useExplorer((state) => state.setFilter)
  const field = useTyped(day, (availableBy) => setFilter({ availableBy }))
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold text-muted text-sm">
        {t('availableBy')}
      </label>
      <input
        id={id}
        type="date"
        min={FIRST_DAY}
        value={field.text}
        // The years on the way to one of four digits are too early.
        onChange={({ target }) =>
          field.take(target.value, target.validity.valid ? parseIsoDate(target.value) : null)
        }
        onBlur={field.leave}
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
