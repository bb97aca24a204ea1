/** Under a slider: its ends, and between them what the points suggest, to be taken over by a press. */

type Props = {
  limits: readonly [number, number]
  meters: number | null
  isTaken: boolean
  text: string
  onTake(): void
}

export function ParameterSuggestion({ limits: [least, most], meters, isTaken, text, onTake }: Props) {
  return (
    <div className="flex items-center justify-between gap-2 text-muted text-xs tabular-nums">
      <span>{least} m</span>
      {meters === null || isTaken ? (
        <span className="min-h-6 content-center text-center">{text}</span>
      ) : (
        <button
          type="button"
          onClick={onTake}
          className="min-h-6 cursor-pointer rounded-md px-1.5 font-semibold text-seedling underline-offset-2 hover:underline"
        >
          {text}
        </button>
      )}
      <span>{most} m</span>
    </div>
  )
}
