/** Answers a query of the public interface from the snapshot in memory: one scan, no question to the database. */
import { containsPoint } from '#lib/domain/bbox.ts'
import type { Entry } from '#lib/domain/entry.ts'
import { fold } from '#lib/search/fold.ts'
import { searchTexts } from '#lib/search/search-texts.ts'
import type { EntriesQuery } from './entries-query.ts'
import type { Snapshot } from './snapshot.ts'

/** The page that limit and offset ask for, in the order of the snapshot, and how many entries match in all. */
export type Selection = { page: Entry[]; matching: number }

/** Entries without a shown place match everything but a box. */
export function selectEntries(
  { entries, columns }: Pick<Snapshot, 'entries' | 'columns'>,
  query: EntriesQuery,
): Selection {
  const found = searchTexts(columns, query.query)
  const district = query.district === null ? null : fold(query.district)
  const matching = entries.filter(
    (entry, rank) =>
      (!found || found[rank] === 1) &&
      (!query.kind || entry.kind === query.kind) &&
      (query.disciplines.length === 0 || query.disciplines.some((it) => entry.disciplines.includes(it))) &&
      (district === null || fold(entry.district ?? '') === district) &&
      isInside(entry, query.bbox),
  )
  const end = query.limit === null ? undefined : query.offset + query.limit
  return { page: matching.slice(query.offset, end), matching: matching.length }
}

function isInside({ lng, lat }: Entry, bbox: EntriesQuery['bbox']): boolean {
  return !bbox || (lng !== null && lat !== null && containsPoint(bbox, lng, lat))
}
