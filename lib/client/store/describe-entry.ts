/** Rows of the snapshot in the domain's words, for list, cards and marks. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { ENTRY_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { EntryMark, ListedEntry, TabulatedEntry } from '#lib/core/domain/listed-entry.ts'
import { readDistrict, type SnapshotPoints, USE_OFFSET } from '#lib/core/snapshot/format.ts'
import type { LoadedSnapshot } from './load-snapshot.ts'

/** What the entry of a rank is; codes of a newer server fall back to the plainest of their kind. */
export function describeEntry(points: SnapshotPoints, rank: number): EntryMark {
  const category = points.discipline[rank] ?? 0
  const state = ENTRY_STATES[points.state[rank] ?? 0] ?? 'unverified'
  return points.kind[rank] === 0
    ? { kind: 'business', discipline: DISCIPLINES[category] ?? 'other', state }
    : { kind: 'space', use: SPACE_USES[category - USE_OFFSET] ?? 'shop', state }
}

/** The entry of a rank as lists show it. */
export function listEntryOfRank({ points, texts }: LoadedSnapshot, rank: number): ListedEntry {
  return {
    slug: texts.slugs[rank] ?? '',
    name: texts.names[rank] ?? '',
    mark: describeEntry(points, rank),
    district: readDistrict(texts, rank),
    services: texts.services[rank] ?? [],
    areaSquareMeters: texts.areasSquareMeters[rank] || null,
    confirmedDay: texts.confirmedDays[rank] ?? 0,
  }
}

/** The entry of a rank as the table shows it. */
export function toTabulatedEntry(snapshot: LoadedSnapshot, rank: number): TabulatedEntry {
  const { points, texts } = snapshot
  const bits = points.secondaryMask[rank] ?? 0
  return {
    ...listEntryOfRank(snapshot, rank),
    secondary: DISCIPLINES.filter((_, position) => bits & (1 << position)),
    address: texts.addresses[rank] ?? '',
  }
}
