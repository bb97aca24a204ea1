/** The columns that conditions on spaces are asked of, gathered once a snapshot: typed arrays of the spaces alone, so that each scan runs straight through them. */
import { KINDS } from '#lib/core/domain/entry.ts'
import {
  type ChoicesField,
  FILTER_FIELDS,
  type FilterField,
  type SpaceCondition,
} from '#lib/core/domain/fields/filter-fields.ts'
import { FEATURE_PRESENT } from '#lib/core/domain/space-facts.ts'
import type { FieldColumns } from '#lib/core/snapshot/field-columns.ts'
import { type SnapshotPoints, USE_OFFSET } from '#lib/core/snapshot/format.ts'

export type SpacePoints = Pick<SnapshotPoints, 'kind' | 'discipline' | 'state'>

/** By a space's place among the spaces. */
export type SpaceColumns = {
  count: number
  /** Numbers and days; 0 where nobody has said. */
  numbers: ReadonlyMap<SpaceCondition, Float64Array>
  /** Codes and flags, one more than their position among `codes`; 0 where nobody has said. */
  codes: ReadonlyMap<SpaceCondition, Uint8Array>
}

const SPACE = KINDS.indexOf('space')

const gathered = new WeakMap<FieldColumns, SpaceColumns>()

/** The columns of a snapshot's texts and the points that belong to them. */
export function gatherSpaces(points: SpacePoints, texts: FieldColumns): SpaceColumns {
  const known = gathered.get(texts)
  if (known) return known
  const ranks = listSpaces(points.kind)
  const isNumber = ({ kind }: FilterField) => kind === 'range' || kind === 'day-by'
  const columns = {
    count: ranks.length,
    numbers: new Map(
      FILTER_FIELDS.filter(isNumber).map((field) => [
        field.condition,
        Float64Array.from(ranks, (rank) => (field.column && texts[field.column][rank]) || 0),
      ]),
    ),
    codes: new Map(
      FILTER_FIELDS.filter((field) => !isNumber(field)).map((field) => [
        field.condition,
        toCodes(ranks, field, points, texts),
      ]),
    ),
  }
  gathered.set(texts, columns)
  return columns
}

/** How many codes a list or a flag has. */
export function countCodes(field: FilterField): number {
  return field.kind === 'choices' ? field.codes.length : FEATURE_PRESENT
}

function listSpaces(kind: Uint8Array): Int32Array {
  const ranks: number[] = []
  for (let rank = 0; rank < kind.length; rank++) if (kind[rank] === SPACE) ranks.push(rank)
  return Int32Array.from(ranks)
}

function toCodes(
  ranks: Int32Array,
  field: FilterField,
  points: SpacePoints,
  texts: FieldColumns,
): Uint8Array {
  if (field.column) {
    const column = texts[field.column]
    return Uint8Array.from(ranks, (rank) => column[rank] ?? 0)
  }
  const { column, first } = findPointColumn(field as ChoicesField, points)
  return Uint8Array.from(ranks, (rank) => (column[rank] ?? 0) - first + 1)
}

/** Use and state are columns of the points. */
function findPointColumn({ condition }: ChoicesField, { discipline, state }: SpacePoints) {
  return condition === 'uses' ? { column: discipline, first: USE_OFFSET } : { column: state, first: 0 }
}
