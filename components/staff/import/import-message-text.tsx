/** What the importer says, in the reader's language; what a library or the database adds is marked as English. */
import type { WordedMessage } from '#lib/server/pages/load-import.ts'

export function ImportMessageText({ message: { text, detail } }: { message: WordedMessage }) {
  const start = detail === null ? -1 : text.lastIndexOf(detail)
  if (detail === null || start < 0) return text
  return (
    <>
      {text.slice(0, start)}
      <span lang="en">{detail}</span>
      {text.slice(start + detail.length)}
    </>
  )
}
