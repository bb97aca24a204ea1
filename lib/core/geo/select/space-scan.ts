/**
 * The part of the scan that asks about spaces, condition after condition: each runs once over its column, by a loop for its kind of value. What is
 * asked comes from the table of fields.
 */
import {
  type ChoicesCondition,
  FILTER_FIELDS,
  type FilterField,
  type FlagCondition,
  type SpaceConditions,
} from '#lib/core/domain/fields/filter-fields.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import type { FieldColumns } from '#lib/core/snapshot/field-columns.ts'
import { holds } from '#lib/core/view/space-conditions.ts'
import { toSpaceBit, UNKNOWN_SHIFT } from './conditions.ts'
import { countCodes, gatherSpaces, type SpaceColumns, type SpacePoints } from './space-columns.ts'

export type SpaceInput = { points: SpacePoints; texts: FieldColumns; filter: SpaceConditions }

/** Of a list one count per code, in the order of the codes; of a flag a single one. */
export type SpaceCounts = Record<ChoicesCondition | FlagCondition, Uint32Array>

export type SpaceTest = {
  /** The bits of all conditions that are asked, none of which a business meets. */
  asked: number
  /**
   * By a space's place among the spaces: the bits of those that it fails; beside each, `UNKNOWN_SHIFT` further, whether only because the fact is
   * unknown.
   */
  failing: Int32Array
}

export function testSpaces({ points, texts, filter }: SpaceInput): SpaceTest {
  const columns = gatherSpaces(points, texts)
  const failing = new Int32Array(columns.count)
  let asked = 0
  for (const field of FILTER_FIELDS) {
    if (!holds(filter, field.condition)) continue
    asked |= toSpaceBit(field.condition)
    testField(field, filter, columns, failing)
  }
  return { asked, failing }
}

/** Adds the bits of a condition that holds. */
function testField(
  field: FilterField,
  filter: SpaceConditions,
  { numbers, codes }: SpaceColumns,
  failing: Int32Array,
): void {
  const { condition } = field
  const bit = toSpaceBit(condition)
  const bits = { bit, unknown: bit | (bit << UNKNOWN_SHIFT) }
  const [numberColumn, codeColumn] = [numbers.get(condition), codes.get(condition)]
  if (numberColumn) testNumbers(numberColumn, toEnds(field, filter), bits, failing)
  if (codeColumn) testCodes(codeColumn, toWanted(field, filter), bits, failing)
}

type Bits = { bit: number; unknown: number }

/** Numbers that lie between two ends, both included. */
function testNumbers(
  column: Float64Array,
  [least, most]: readonly [number, number],
  { bit, unknown }: Bits,
  failing: Int32Array,
): void {
  for (let place = 0; place < column.length; place++) {
    const value = column[place] ?? 0
    if (value === 0) failing[place] = (failing[place] ?? 0) | unknown
    else if (value < least || value > most) failing[place] = (failing[place] ?? 0) | bit
  }
}

/** Codes of which `wanted` has a bit each. */
function testCodes(column: Uint8Array, wanted: number, { bit, unknown }: Bits, failing: Int32Array): void {
  for (let place = 0; place < column.length; place++) {
    const code = column[place] ?? 0
    if (code === 0) failing[place] = (failing[place] ?? 0) | unknown
    else if (((wanted >>> (code - 1)) & 1) === 0) failing[place] = (failing[place] ?? 0) | bit
  }
}

function toEnds(field: FilterField, filter: SpaceConditions): readonly [number, number] {
  if (field.kind === 'range') {
    const { from, to } = filter[field.condition]
    return [from ?? 0, to ?? Number.POSITIVE_INFINITY]
  }
  // The columns know no earlier day than the first.
  return [1, field.kind === 'day-by' ? Math.max(1, toDay(filter[field.condition])) : 1]
}

/** One bit per code that is asked for; of a flag, its being present. */
function toWanted(field: FilterField, filter: SpaceConditions): number {
  if (field.kind !== 'choices') return 1
  const asked: readonly string[] = filter[field.condition]
  return asked.reduce((bits, code) => bits | (1 << field.codes.indexOf(code)), 0)
}

/** Counts the spaces under each value whose condition is the only one they may fail; `failed` are all conditions that they do. */
export function countSpaces(
  { points, texts }: Pick<SpaceInput, 'points' | 'texts'>,
  failed: Int32Array,
): SpaceCounts {
  const { codes } = gatherSpaces(points, texts)
  const counts = FILTER_FIELDS.flatMap((field): [string, Uint32Array][] => {
    const column = codes.get(field.condition)
    if (!column) return []
    return [[field.condition, countValues(column, toSpaceBit(field.condition), failed, countCodes(field))]]
  })
  return Object.fromEntries(counts) as SpaceCounts
}

function countValues(column: Uint8Array, bit: number, failed: Int32Array, length: number): Uint32Array {
  const counts = new Uint32Array(length + 1)
  for (let place = 0; place < column.length; place++) {
    const code = column[place] ?? 0
    if (((failed[place] ?? 0) & ~bit) === 0 && code <= length) counts[code] = (counts[code] ?? 0) + 1
  }
  // The first counts those of which nobody has said.
  return counts.subarray(1)
}

/** Adds one at a position; one outside says that there is no value to count. */
export function increase(counts: Uint32Array, position: number | undefined): void {
  if (position !== undefined && position >= 0) counts[position] = (counts[position] ?? 0) + 1
}
