/** The search over a snapshot: one index for the list's filter, the suggestions, the first results and the public interface. */
import { readDistrict, type SnapshotTexts } from '#lib/snapshot/format.ts'
import { readQuery } from './fold.ts'
import { type Match, matchDocuments, NO_MATCH } from './match.ts'
import { finish, indexWords, type WordIndex } from './word-index.ts'

type Search = {
  build: Generator<void, WordIndex>
  index: WordIndex | null
  /** The last answer: list and suggestions ask the same, and other filters change while the query stays. */
  last: { query: string; match: Match | null; mask: Uint8Array }
}

const searches = new WeakMap<SnapshotTexts, Search>()

/** Builds the next slice of the index (some milliseconds); true when it is ready. A search does what is left by itself. */
export function prepareSearch(texts: SnapshotTexts): boolean {
  const search = searchOf(texts)
  if (search.index) return true
  const step = search.build.next()
  if (step.done) search.index = step.value
  return search.index !== null
}

/** One byte per rank: 1 where the entry has every word of the query in its texts; null for a query without words. */
export function searchTexts(texts: SnapshotTexts, query: string): Uint8Array | null {
  return readQuery(query).length === 0 ? null : ask(texts, query).mask
}

/** The entries (by rank) that match with the fewest edits; null where none does. */
export function matchEntries(texts: SnapshotTexts, query: string): Match | null {
  return ask(texts, query).match
}

function ask(texts: SnapshotTexts, query: string): Search['last'] {
  const search = searchOf(texts)
  if (search.last.query === query) return search.last
  search.index ??= finish(search.build)
  const match = matchDocuments(search.index, query)
  const mask = new Uint8Array(texts.names.length)
  match?.penalties.forEach((penalty, rank) => {
    if (penalty !== NO_MATCH) mask[rank] = 1
  })
  search.last = { query, match, mask }
  return search.last
}

function searchOf(texts: SnapshotTexts): Search {
  const known = searches.get(texts)
  if (known) return known
  const build = indexWords(texts.names.length, (rank) => [
    texts.names[rank] ?? '',
    (texts.services[rank] ?? []).join(' '),
    readDistrict(texts, rank),
    texts.addresses[rank] ?? '',
    texts.summaries[rank] ?? '',
  ])
  const search: Search = { build, index: null, last: { query: '', match: null, mask: new Uint8Array() } }
  searches.set(texts, search)
  return search
}
