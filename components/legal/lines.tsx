/** A text whose lines are paragraphs of their own. */
export function Lines({ text }: { text: string }) {
  return (
    <div className="max-w-2xl space-y-2">
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
