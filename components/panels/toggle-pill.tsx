/** A condition that is on or off, with the number of entries it would leave. */
import { useFormatter } from 'next-intl'
import { useId } from 'react'

type Props = { name: string; count: number | undefined; checked: boolean; onChange(checked: boolean): void }

export function TogglePill({ name, count, checked, onChange }: Props) {
  const format = useFormatter()
  const id = useId()
  return (
    <label className="relative flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-sheet px-3 text-sm has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-3 has-focus-visible:outline-seedling">
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
      </span>
      <span id={`${id}-count`} className="text-muted tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </label>
  )
}
