/**
 * The columnar file between server and browser. Points come in Morton order on a grid of 1e-5 degrees (about a metre): as varints of
 * the steps from one Morton code to the next, which take fewer bytes than steps along two axes. Then one byte column each for
 * kind, discipline and state, then the secondary disciplines as steps of the rank and, after all steps, their bytes.
 * An entry has no id here: it is addressed by the snapshot's version and its rank. Entries without a shown place come last.
 */
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import {
  ENTRY_STATES,
  type EntryState,
  KINDS,
  type Kind,
  SPACE_USES,
  type SpaceUse,
} from '#lib/core/domain/entry.ts'
import { FIELD_COLUMNS, type FieldColumns } from './field-columns.ts'

/** Rises with every change of the form that is none of the table of fields. */
const FORM = 1
/** Rises by itself with every column of a field, so that an older page never reads a newer file; part of the file's address. */
export const FORMAT = FORM + FIELD_COLUMNS.length
export const MAGIC = 0x4b5a // "KZ"
export const GRID_PER_DEGREE = 100_000
/** In the column of disciplines a space has its use, from here on. */
export const USE_OFFSET = 100

/** Columns by rank. `lng`, `lat` in degrees (WGS 84), filled up to `locatedCount`. */
export type SnapshotPoints = {
  count: number
  locatedCount: number
  lng: Float64Array
  lat: Float64Array
  kind: Uint8Array
  /** Primary discipline by its position in DISCIPLINES; for a space USE_OFFSET and its use. */
  discipline: Uint8Array
  state: Uint8Array
  /** One bit per secondary discipline. */
  secondaryMask: Uint16Array
}

/** Texts by rank, in the order of the points. */
export type SnapshotTexts = {
  names: string[]
  slugs: string[]
  /** All names of districts, in alphabetical order. */
  districtNames: string[]
  /** The entry's place in `districtNames`; -1 for none. */
  districts: number[]
  /** The day of the last confirmation, counted from 1970-01-01; 0 for never. */
  confirmedDays: number[]
  summaries: string[]
  services: string[][]
  addresses: string[]
} & FieldColumns

/** The district of the entry of a rank, '' for none. */
export function readDistrict(
  { districtNames, districts }: Pick<SnapshotTexts, 'districtNames' | 'districts'>,
  rank: number,
): string {
  return districtNames[districts[rank] ?? -1] ?? ''
}

/** What an entry brings to the points file. */
export type PointRow = {
  lng: number | null
  lat: number | null
  kind: Kind
  disciplines: readonly Discipline[]
  state: EntryState
  use?: SpaceUse | null
}

export const toKindByte = (kind: Kind): number => KINDS.indexOf(kind)
export const toStateByte = (state: EntryState): number => ENTRY_STATES.indexOf(state)
export const toDisciplineByte = (discipline: Discipline): number => DISCIPLINES.indexOf(discipline)
export const toCategoryByte = ({ disciplines, use }: Pick<PointRow, 'disciplines' | 'use'>): number =>
  disciplines[0] === undefined
    ? USE_OFFSET + SPACE_USES.indexOf(use ?? 'shop')
    : toDisciplineByte(disciplines[0])
