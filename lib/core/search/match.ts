/**
 * The one rule by which a query finds documents. Every word has to be found: as a word, as a beginning, or (from three letters on)
 * as a part. Only where that finds nothing are slips forgiven, first one a word, then two: what is spelt rightly never
 * drowns in what is merely similar.
 */
import { lettersOf, mayBeNear, measureEdits } from './edits.ts'
import { readQuery } from './fold.ts'
import { MAX_FIELDS, type WordIndex } from './word-index.ts'

/** Per document how badly it fits, 0 for a perfect fit; NO_MATCH where it does not match. */
export type Penalties = Uint16Array
export const NO_MATCH = 65_535

/** Some document matches, and each word is so many edits away at most. */
export type Match = { penalties: Penalties; edits: number }

export const MOST_EDITS = 2
const PART_FROM_LETTERS = 3
/** From how many letters on a part of a word with so many edits still says something. */
const PART_WITH_EDITS_FROM_LETTERS = [PART_FROM_LETTERS, 4, 6]
const PENALTY = { word: 0, start: 2, part: 6, edit: 8, field: 1 }
/** Among equals the one with the shorter name comes first: a penalty counts sixteen times as much as a word of it. */
const NAME_WORDS = 16

type Hit = { word: number; penalty: number }

/** The documents that match with the fewest edits; null where none does, or where the query has no words. */
export function matchDocuments(index: WordIndex, query: string, mostEdits = MOST_EDITS): Match | null {
  const asked = [...new Set(readQuery(query).flatMap((word) => separate(index, word)))]
  if (asked.length === 0) return null
  const hits = asked.map((word) => findKnown(index, word))
  let penalties = join(index, hits)
  const unknown = asked.filter((_, nth) => hits[nth]?.length === 0)
  for (let edits = 1; edits <= mostEdits && !penalties; edits++) {
    // A word that the register knows is doubted only after those that it does not know.
    for (const doubted of [unknown, asked.filter((word) => !unknown.includes(word))]) {
      for (const word of doubted) hits[asked.indexOf(word)]?.push(...findNear(index, word, edits))
      penalties = join(index, hits)
      if (penalties) return { penalties, edits }
    }
  }
  return penalties && { penalties, edits: 0 }
}

/** The best documents, best first; equals in their own order. */
export function bestOf(penalties: Penalties, limit: number): number[] {
  const best: number[] = []
  for (let document = 0; document < penalties.length; document++) {
    const penalty = penalties[document] ?? NO_MATCH
    const worst = penalties[best[limit - 1] ?? -1] ?? NO_MATCH
    if (penalty >= worst) continue
    const place = best.findIndex((other) => (penalties[other] ?? NO_MATCH) > penalty)
    best.splice(place < 0 ? best.length : place, 0, document)
    best.length = Math.min(best.length, limit)
  }
  return best
}

/** "koelnerstr" as "kolner" and "str", where the register has no such word but a whole one and a beginning; else the word itself. */
function separate({ words }: WordIndex, asked: string): string[] {
  if (words.some((word) => word.includes(asked))) return [asked]
  for (let at = asked.length - PART_FROM_LETTERS; at >= PART_FROM_LETTERS; at--) {
    const [first, second] = [asked.slice(0, at), asked.slice(at)]
    if (words.includes(first) && words.some((word) => word.startsWith(second))) return [first, second]
  }
  return [asked]
}

/** Words that are, begin with or contain what is asked for. */
function findKnown({ words }: WordIndex, asked: string): Hit[] {
  const hits: Hit[] = []
  for (let word = 0; word < words.length; word++) {
    const text = words[word] ?? ''
    if (text.startsWith(asked))
      hits.push({ word, penalty: text.length > asked.length ? PENALTY.start : PENALTY.word })
    else if (asked.length >= PART_FROM_LETTERS && text.includes(asked))
      hits.push({ word, penalty: PENALTY.part })
  }
  return hits
}

/**
 * Words that are exactly so many edits away. What bears a digit has to be right, and so has half
 * of the letters; of a short word all of it has to be similar, not a part.
 */
function findNear({ words, letters }: WordIndex, asked: string, edits: number): Hit[] {
  const hits: Hit[] = []
  if (/\d/.test(asked) || asked.length <= 2 * edits) return hits
  const askedLetters = lettersOf(asked)
  for (let word = 0; word < words.length; word++) {
    if (!mayBeNear(askedLetters, letters[word] ?? 0, edits)) continue
    const text = words[word] ?? ''
    const distance = measureEdits(asked, text, edits)
    if (distance.edits !== edits) continue
    const isWhole = distance.at === 'start' && Math.abs(text.length - asked.length) <= edits
    if (!isWhole && asked.length < (PART_WITH_EDITS_FROM_LETTERS[edits] ?? 0)) continue
    const place = isWhole ? PENALTY.word : distance.at === 'start' ? PENALTY.start : PENALTY.part
    hits.push({ word, penalty: edits * PENALTY.edit + place })
  }
  return hits
}

/** Documents that have a hit for each word, with the sum of their best hits; null where there is none. */
function join(
  { count, postings, sizes }: WordIndex,
  hitsPerWord: readonly (readonly Hit[])[],
): Penalties | null {
  if (hitsPerWord.some((hits) => hits.length === 0)) return null
  const sums = new Uint16Array(count)
  for (const hits of hitsPerWord) {
    const best = new Uint16Array(count).fill(NO_MATCH)
    for (const { word, penalty } of hits)
      for (const posting of postings[word] ?? []) {
        const document = Math.floor(posting / MAX_FIELDS)
        const sum = penalty + (posting % MAX_FIELDS) * PENALTY.field
        if (sum < (best[document] ?? NO_MATCH)) best[document] = sum
      }
    for (let document = 0; document < count; document++) {
      const [before, now] = [sums[document] ?? 0, best[document] ?? 0]
      sums[document] = before === NO_MATCH || now === NO_MATCH ? NO_MATCH : before + now
    }
  }
  let matching = 0
  for (let document = 0; document < count; document++) {
    const sum = sums[document] ?? NO_MATCH
    if (sum === NO_MATCH) continue
    matching += 1
    sums[document] = sum * NAME_WORDS + Math.min(sizes[document] ?? 0, NAME_WORDS - 1)
  }
  return matching > 0 ? sums : null
}
