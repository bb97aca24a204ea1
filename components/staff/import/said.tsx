/** What the importer says, in the reader's language; what a library or the database adds is marked as English. */
import { useLocale } from 'next-intl'
import { toLocale } from '#lib/core/i18n/routing.ts'
import type { Saying } from '#lib/server/import/sayings.ts'
import { sayIn } from '#lib/server/import/words.ts'

export function Said({ saying }: { saying: Saying }) {
  const locale = toLocale(useLocale())
  const text = sayIn(locale, saying)
  const { detail } = saying.values
  const start = typeof detail === 'string' && locale !== 'en' ? text.lastIndexOf(detail) : -1
  if (typeof detail !== 'string' || start < 0) return text
  return (
    <>
      {text.slice(0, start)}
      <span lang="en">{detail}</span>
      {text.slice(start + detail.length)}
    </>
  )
}
