/** Stands in the list's place while nothing is known of it. */
const ROWS = [70, 55, 62, 48, 66, 52]

export function ResultSkeleton() {
  return (
    <div aria-hidden className="motion-safe:animate-pulse">
      {ROWS.map((width) => (
        <div key={width} className="flex gap-3 border-line border-b px-4 py-3">
          <span className="size-8.5 rounded-lg bg-line" />
          <span className="flex-1 space-y-2 py-1">
            <span className="block h-4 rounded bg-line" style={{ width: `${width}%` }} />
            <span className="block h-3 w-2/5 rounded bg-line" />
            <span className="block h-3 w-1/3 rounded bg-line" />
          </span>
        </div>
      ))}
    </div>
  )
}
