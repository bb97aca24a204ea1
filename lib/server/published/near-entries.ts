/** Entries around a spot, from the snapshot in memory: shown places alone, so that a blurred one is found by where everybody sees it. */
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import { toMark } from '#lib/core/domain/listed-entry.ts'
import type { NearEntry } from '#lib/core/domain/proposal.ts'
import { AROUND_ENTRIES, AROUND_METERS, findAround } from '#lib/core/geo/select/around.ts'
import { readSnapshot } from './snapshot-cache.ts'

/** Nearest first; `place` in degrees. Throws where the register has never answered. */
export async function findNearEntries(place: { lng: number; lat: number }, kind: Kind): Promise<NearEntry[]> {
  const { places, entries } = await readSnapshot()
  const code = KINDS.indexOf(kind)
  const ranks = findAround(places, place, AROUND_METERS, AROUND_ENTRIES, (rank) => places.kind[rank] === code)
  return ranks.flatMap((rank) => {
    const entry = entries[rank]
    return entry ? [{ slug: entry.slug, name: entry.name, mark: toMark(entry) }] : []
  })
}
