/** One spelling for all spellings of a word: the form in which texts are indexed and queries are asked. */

/** What is longer is no word of a language; it is cut. */
export const MAX_WORD_LENGTH = 60

/**
 * Lower case without accents, and a written-out umlaut like a dropped one: "Müller", "Mueller", "MULLER" are "muller". After a,
 * e and q the letters "ue" are no umlaut ("Bauelement", "neue", "Quelle").
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[ßæœø]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/([ao])e/g, '$1')
    .replace(/(^|[^aeq])ue/g, '$1u')
}

/** The words of a text as they stand there: runs of letters, digits and the accents upon them. */
export function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
}

/** The different words of what somebody asks for, folded; each of them has to be found. */
export function readQuery(query: string): string[] {
  const words = splitWords(query).map((word) => fold(word).slice(0, MAX_WORD_LENGTH))
  return [...new Set(words)].filter(Boolean)
}

/** A word of the register, folded, with "Hauptstr." in full; a query's "hauptstr" is a beginning of that. */
export function foldEntryWord(word: string): string {
  return fold(word).replace(/str$/, 'strasse').slice(0, MAX_WORD_LENGTH)
}

const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' }
