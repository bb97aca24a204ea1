/** One row of the snapshot in the domain's words, for list, cards and marks. */
import { DISCIPLINES, type Discipline } from '#lib/domain/discipline.ts'
import { ENTRY_STATES, type EntryState, SPACE_USES, type SpaceUse } from '#lib/domain/entry.ts'
import { type SnapshotPoints, USE_OFFSET } from '#lib/snapshot/format.ts'

export type EntryMark =
  | { kind: 'business'; discipline: Discipline; state: EntryState }
  | { kind: 'space'; use: SpaceUse; state: EntryState }

/** What the entry of a rank is; codes of a newer server fall back to the plainest of their kind. */
export function describeEntry(points: SnapshotPoints, rank: number): EntryMark {
  const category = points.discipline[rank] ?? 0
  const state = ENTRY_STATES[points.state[rank] ?? 0] ?? 'unverified'
  return points.kind[rank] === 0
    ? { kind: 'business', discipline: DISCIPLINES[category] ?? 'other', state }
    : { kind: 'space', use: SPACE_USES[category - USE_OFFSET] ?? 'shop', state }
}
