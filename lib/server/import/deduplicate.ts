/** Finds rows of one file that are the same: same reference, or a business of the same telling name within 50 m. */

import type { Text } from './import-messages.ts'
import { normaliseName } from './name.ts'
import type { EntryRow } from './row.ts'

const SAME_PLACE_METERS = 50
const METERS_PER_DEGREE = 111_320

type Seen = { at: Text; lng: number; lat: number }

/** Remembers rows; returns for each the earlier row (as `at`) that it repeats, or null. */
export function createDuplicateFinder(): (
  row: Pick<EntryRow, 'ref'> & Partial<EntryRow>,
  at: Text,
) => Text | null {
  const byRef = new Map<string, Text>()
  const byName = new Map<string, Seen[]>()
  return (row, at) => {
    const same = byRef.get(row.ref)
    if (same) return same
    byRef.set(row.ref, at)
    const { name, lng, lat } = row
    if (!row.matches_by_name || name === undefined || typeof lng !== 'number' || typeof lat !== 'number')
      return null
    const key = normaliseName(name)
    const others = byName.get(key) ?? []
    const twin = others.find((other) => distanceMeters(other, { lng, lat }) <= SAME_PLACE_METERS)
    if (twin) return twin.at
    byName.set(key, [...others, { at, lng, lat }])
    return null
  }
}

/** Equirectangular approximation (Snyder 1987): off by less than a centimetre at 50 m. Degrees in, metres out. */
function distanceMeters(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const east = (a.lng - b.lng) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180))
  return Math.hypot(east, a.lat - b.lat) * METERS_PER_DEGREE
}
