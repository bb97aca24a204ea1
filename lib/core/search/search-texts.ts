/** The search over a snapshot: one index for the list's filter, the suggestions, the first results and the public interface. */
import { readDistrict, type SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { type DisciplineColumns, wordsOfEntry } from './discipline-words.ts'
import { readQuery } from './fold.ts'
import { type Match, matchDocuments, NO_MATCH } from './match.ts'
import { finish, indexWords, type WordIndex } from './word-index.ts'

/** What is searched: the texts, and the columns that name the disciplines. */
export type Searchable = { texts: SnapshotTexts; points: DisciplineColumns }

type Search = {
  build: Generator<void, WordIndex>
  index: WordIndex | null
  /** The last answer: list and suggestions ask the same, and other filters change while the query stays. */
  last: { query: string; match: Match | null; mask: Uint8Array }
}

const searches = new WeakMap<SnapshotTexts, Search>()

/** Builds the next slice of the index (some milliseconds); true when it is ready. A search does what is left by itself. */
export function prepareSearch(searchable: Searchable): boolean {
  const search = searchOf(searchable)
  if (search.index) return true
  const step = search.build.next()
  if (step.done) search.index = step.value
  return search.index !== null
}

/** One byte per rank: 1 where the entry has every word of the query in its texts or in its disciplines' names; null for a query without words. */
export function searchTexts(searchable: Searchable, query: string): Uint8Array | null {
  return readQuery(query).length === 0 ? null : ask(searchable, query).mask
}

/** The entries (by rank) that match with the fewest edits; null where none does. */
export function matchEntries(searchable: Searchable, query: string): Match | null {
  return ask(searchable, query).match
}

function ask(searchable: Searchable, query: string): Search['last'] {
  const search = searchOf(searchable)
  if (search.last.query === query) return search.last
  search.index ??= finish(search.build)
  const match = matchDocuments(search.index, query)
  const mask = new Uint8Array(searchable.texts.names.length)
  match?.penalties.forEach((penalty, rank) => {
    if (penalty !== NO_MATCH) mask[rank] = 1
  })
  search.last = { query, match, mask }
  return search.last
}

function searchOf({ texts, points }: Searchable): Search {
  const known = searches.get(texts)
  if (known) return known
  const build = indexWords(texts.names.length, (rank) => [
    texts.names[rank] ?? '',
    (texts.services[rank] ?? []).join(' '),
    wordsOfEntry(points, rank),
    readDistrict(texts, rank),
    texts.addresses[rank] ?? '',
    texts.summaries[rank] ?? '',
  ])
  const search: Search = { build, index: null, last: { query: '', match: null, mask: new Uint8Array() } }
  searches.set(texts, search)
  return search
}
