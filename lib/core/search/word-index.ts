/** All words of a list of documents, each with the documents that have it: a query looks at words, of which there are few. */
import { lettersOf } from './edits.ts'
import { foldEntryWord, splitWords } from './fold.ts'

/** Fields come in the order of their weight; a word counts in the first of a document's fields that has it. */
export const MAX_FIELDS = 8

export type WordIndex = {
  /** Number of documents. */
  count: number
  words: string[]
  /** Per word its letters, see `lettersOf`. */
  letters: number[]
  /** Per word, rising: document * MAX_FIELDS + field. */
  postings: number[][]
  /** Per document the number of words in its first field. */
  sizes: number[]
}

const DOCUMENTS_PER_SLICE = 500

/** Builds in slices, so that a page can breathe between them; `finish` takes them all at once. */
export function* indexWords(
  count: number,
  fieldsOf: (document: number) => readonly string[],
): Generator<void, WordIndex> {
  const index: WordIndex = { count, words: [], letters: [], postings: [], sizes: [] }
  const toNumber = numberWords(index)
  for (let document = 0; document < count; document++) {
    if (document % DOCUMENTS_PER_SLICE === DOCUMENTS_PER_SLICE - 1) yield
    fieldsOf(document).forEach((text, field) => {
      const written = splitWords(text)
      if (field === 0) index.sizes.push(written.length)
      for (const word of written) {
        const postings = index.postings[toNumber(word)] ?? []
        const last = postings[postings.length - 1] ?? -1
        if (last < document * MAX_FIELDS) postings.push(document * MAX_FIELDS + field)
      }
    })
  }
  return index
}

/** Runs what is left of a build. */
export function finish<T>(build: Generator<void, T>): T {
  for (;;) {
    const step = build.next()
    if (step.done) return step.value
  }
}

/** Numbers the words of an index as they come; a spelling is folded once. */
function numberWords({ words, letters, postings }: WordIndex): (written: string) => number {
  const byWord = new Map<string, number>()
  const bySpelling = new Map<string, number>()
  return (written) => {
    const known = bySpelling.get(written)
    if (known !== undefined) return known
    const word = foldEntryWord(written)
    const number = byWord.get(word) ?? words.push(word) - 1
    if (number === postings.length) {
      letters.push(lettersOf(word))
      postings.push([])
    }
    byWord.set(word, number)
    bySpelling.set(written, number)
    return number
  }
}
