'use client'

/** A number with its unit, set by a slider or typed; what is typed counts once it is a number within the limits. */
import { type ReactNode, useEffect, useId, useState } from 'react'

type Props = {
  label: string
  /** Spoken with the number and shown behind it. */
  unit: string
  value: number
  limits: readonly [number, number]
  step: number
  onChange(value: number): void
  /** What stands between the ends of the slider. */
  children?: ReactNode
}

export function NumberSlider({ label, unit, value, limits: [least, most], step, onChange, children }: Props) {
  const id = useId()
  const share = (Math.min(most, Math.max(least, value)) - least) / (most - least)
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  const take = (text: string) => {
    setTyped(text)
    const number = Number(text)
    if (text.trim() !== '' && number >= least && number <= most) onChange(number)
  }
  return (
    <div>
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-semibold text-sm">
          {label}
        </label>
        <span className="flex items-baseline gap-1.5 text-sm">
          <input
            type="number"
            inputMode="decimal"
            aria-label={`${label} (${unit || least})`}
            min={least}
            max={most}
            step={step}
            value={typed}
            onChange={(event) => take(event.target.value)}
            onBlur={() => setTyped(String(value))}
            className="h-7 w-16 rounded-lg border border-edge bg-sheet px-1.5 text-right font-semibold tabular-nums"
          />
          <span className="min-w-[2ch]">{unit}</span>
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => onChange(Number(event.target.value))}
        style={{ '--share': share } as React.CSSProperties}
        className="slider mt-1"
      />
      {children}
    </div>
  )
}
