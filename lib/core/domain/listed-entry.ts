/** An entry as lists show it, and the mark that stands before it. */
import type { Discipline } from './discipline.ts'
import type { EntryState, SpaceUse } from './entry.ts'
import type { Entry } from './fields/field-values.ts'
import { toDay } from './freshness.ts'

export type EntryMark =
  | { kind: 'business'; discipline: Discipline; state: EntryState }
  | { kind: 'space'; use: SpaceUse; state: EntryState }

export type ListedEntry = {
  slug: string
  name: string
  mark: EntryMark
  /** '' where the place is not shown, or lies in no district. */
  district: string
  services: readonly string[]
  /** Of a space; null where nobody has said. */
  areaSquareMeters: number | null
  /** Day of the last confirmation, counted from 1970-01-01; 0 for never. */
  confirmedDay: number
}

/** An entry as the table shows it. */
export type TabulatedEntry = ListedEntry & {
  /** Besides the primary discipline. */
  secondary: readonly Discipline[]
  /** '' where it is not shown. */
  address: string
}

/** An entry in the form of lists. */
export function toListedEntry(entry: Entry): ListedEntry {
  const { slug, name, district, services, areaSquareMeters, confirmedOn } = entry
  return {
    slug,
    name,
    mark: toMark(entry),
    district: district ?? '',
    services,
    areaSquareMeters,
    confirmedDay: toDay(confirmedOn),
  }
}

/** A space has no discipline: that tells the kinds apart. */
export function toMark({ disciplines, use, state }: Pick<Entry, 'disciplines' | 'use' | 'state'>): EntryMark {
  const [discipline] = disciplines
  return discipline ? { kind: 'business', discipline, state } : { kind: 'space', use: use ?? 'shop', state }
}
