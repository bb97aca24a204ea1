/** Rules as boxes to tick off, on the screen or on paper; nothing is kept of it. */
export function RulesList({ rules }: { rules: readonly { id: string; text: string }[] }) {
  return (
    <ul className="space-y-1">
      {rules.map(({ id, text }) => (
        <li key={id}>
          <label className="flex cursor-pointer gap-2.5 py-1">
            <input type="checkbox" className="mt-1 size-4.5 shrink-0 accent-seedling" />
            {text}
          </label>
        </li>
      ))}
    </ul>
  )
}
