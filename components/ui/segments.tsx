/** A few choices side by side, of which one holds. */

type Props<Value extends string> = {
  /** What is chosen; spoken. */
  legend: string
  name: string
  values: readonly { value: Value; text: string }[]
  chosen: Value
  onChange(value: Value): void
  className?: string
}

export function Segments<Value extends string>({
  legend,
  name,
  values,
  chosen,
  onChange,
  className,
}: Props<Value>) {
  return (
    <fieldset className={`flex rounded-xl border border-line bg-paper p-1 ${className ?? ''}`}>
      <legend className="sr-only">{legend}</legend>
      {values.map(({ value, text }) => (
        <label
          key={value}
          className="relative flex min-h-8 flex-1 cursor-pointer items-center justify-center rounded-lg px-2.5 text-center font-semibold text-muted text-sm leading-tight has-checked:bg-sheet has-checked:text-ink has-checked:shadow-sm has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-3 has-focus-visible:outline-seedling forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={chosen === value}
            onChange={() => onChange(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
