/** What a proposal, or an edit, would change. */
import type { StoredValue, StoredValues } from '#lib/server/queries/stored-values.ts'

export type Change = { field: string; present: StoredValue; proposed: StoredValue; differs: boolean }

/** Columns that say nothing to a person, or say it through another one. */
const TECHNICAL = new Set([
  'id',
  'slug',
  'created_at',
  'updated_at',
  'location',
  'public_location',
  'public_address',
  'public_district_id',
  'district_id',
  'blur_bearing_degrees',
  'blur_distance_meters',
  'source_key',
])

/** What nobody reads first. */
const LAST = ['lng', 'lat']

/** One line for each proposed field, degrees last, beside what stands there now; an empty list, text and null are all nothing. */
export function compareFields(present: StoredValues | null, proposed: StoredValues): Change[] {
  return Object.entries(proposed)
    .filter(([field]) => !TECHNICAL.has(field))
    .toSorted(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b))
    .map(([field, value]) => {
      const now = present?.[field] ?? null
      return { field, present: now, proposed: value, differs: toText(now) !== toText(value) }
    })
}

/** Names of the fields that an edit changed. */
export function listChanged(before: StoredValues | null, after: StoredValues): Change[] {
  return compareFields(before, after).filter(({ differs }) => differs)
}

function toText(value: StoredValue): string {
  return value === null ? '' : Array.isArray(value) ? value.join('\n') : String(value)
}
