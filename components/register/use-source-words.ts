/** The register names its own sources in German; in another language they are called by that. Others are called as they call themselves. */
import { useTranslations } from 'next-intl'

/** As the database has them. */
const OWN_WORDS = {
  Beispieldaten: 'demonstration',
  'Vorschläge aus der Stadt': 'proposals',
  'Vorschlagende, geprüft von der Wirtschaftsförderung': 'proposers',
} as const

/** A source's title or attribution in the reader's language. */
export function useSourceWords(): (words: string) => string {
  const t = useTranslations('ownSources')
  return (words) => (isOwn(words) ? t(OWN_WORDS[words]) : words)
}

function isOwn(words: string): words is keyof typeof OWN_WORDS {
  return Object.hasOwn(OWN_WORDS, words)
}
