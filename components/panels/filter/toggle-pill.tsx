/** A condition that is on or off, with the number of entries it would leave. */
import { useFormatter } from 'next-intl'
import { useId } from 'react'

type Props = {
  name: string
  /** Said after the name where the name alone is short. */
  meaning?: string
  count: number | undefined
  checked: boolean
  onChange(checked: boolean): void
}

export function TogglePill({ name, meaning, count, checked, onChange }: Props) {
  const format = useFormatter()
  const id = useId()
  return (
    <label className="check relative flex shrink-0 min-h-9 cursor-pointer items-center gap-1.5 rounded-full px-3 text-sm beside:min-h-8 beside:px-2.5">
      <input
        type="checkbox"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        checked={checked}
        onChange={() => onChange(!checked)}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-count`}
      />
      <span id={`${id}-name`} className="font-medium">
        {name}
        {meaning && <span className="sr-only">: {meaning}</span>}
      </span>
      <span id={`${id}-count`} className="text-muted tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </label>
  )
}
