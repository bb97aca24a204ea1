/** What the public interface shows of a snapshot that is held in memory: one scan, no question to the database. */
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { fold } from '#lib/core/search/fold.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import { scanSnapshot } from '#lib/server/published/scan-snapshot.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import type { EntriesQuery } from './entries-query.ts'

/** The page that limit and offset ask for, in the order of the snapshot, and how many entries match in all. */
export type Selection = { page: Entry[]; matching: number }

/** Entries without a shown place match everything but a box. */
export function selectEntries(
  snapshot: Pick<Snapshot, 'entries' | 'places' | 'columns'>,
  query: EntriesQuery,
): Selection {
  const { mask, matching } = scanSnapshot(snapshot, toFilter(query, snapshot.columns.districtNames), {
    view: query.bbox,
    // Day 0 stands for "never confirmed", which is since no day.
    recentSinceDay: Math.max(1, query.confirmedSinceDay ?? 1),
  })
  const end = query.limit === null ? matching : query.offset + query.limit
  const page = snapshot.entries.filter((_, rank) => mask[rank]).slice(query.offset, end)
  return { page, matching }
}

/** Names of districts are taken as people write them; one that nobody knows matches nothing. */
function toFilter(query: EntriesQuery, districtNames: readonly string[]): Filter {
  const known = new Map(districtNames.map((name) => [fold(name), name]))
  return {
    ...query,
    districts: query.districts.map((name) => known.get(fold(name)) ?? name),
    isRecent: query.confirmedSinceDay !== null,
    isInView: query.bbox !== null,
  }
}
