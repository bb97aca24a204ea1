/** The part of the scan that asks about spaces. */
import { ENTRY_STATES, KINDS, RENT_CLASSES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { STEP_FREE, STEP_UNKNOWN } from '#lib/core/domain/space-facts.ts'
import { type SnapshotPoints, type SnapshotTexts, USE_OFFSET } from '#lib/core/snapshot/format.ts'
import type { SpaceConditions } from '#lib/core/view/space-conditions.ts'
import { AREA, AVAILABLE, RENT, STATE, STEP, UNKNOWN_SHIFT, USE } from './conditions.ts'

export type SpaceInput = {
  points: Pick<SnapshotPoints, 'kind' | 'discipline' | 'state'>
  texts: Pick<SnapshotTexts, 'areasSquareMeters' | 'stepFree' | 'availableDays' | 'rents'>
  filter: SpaceConditions
}

/** How many spaces have each value, under all conditions but that on the value. */
export type SpaceCounts = {
  byUse: Uint32Array
  /** In the order of ENTRY_STATES. */
  byState: Uint32Array
  stepFree: number
  byRent: Uint32Array
}

const SPACE = KINDS.indexOf('space')
const UNKNOWN = 1 << UNKNOWN_SHIFT

export function createSpaceCounts(): SpaceCounts {
  return {
    byUse: new Uint32Array(SPACE_USES.length),
    byState: new Uint32Array(ENTRY_STATES.length),
    stepFree: 0,
    byRent: new Uint32Array(RENT_CLASSES.length),
  }
}

/**
 * Returns which conditions on spaces the entry of a rank fails, a business all that are asked; beside each bit, `UNKNOWN_SHIFT` further,
 * whether only because the fact is unknown.
 */
export function createSpaceTest({ points, texts, filter }: SpaceInput): (rank: number) => number {
  const uses = toBits(filter.uses, SPACE_USES)
  const states = toBits(filter.states, ENTRY_STATES)
  const rents = toBits(filter.rents, RENT_CLASSES)
  const { from, to } = filter.area
  const [least, most] = [from ?? 0, to ?? Number.POSITIVE_INFINITY]
  // The columns know no earlier day.
  const lastDay = Math.max(1, toDay(filter.availableBy))
  const asked =
    (uses && USE) |
    (states && STATE) |
    (from === null && to === null ? 0 : AREA) |
    (filter.isStepFree ? STEP : 0) |
    (filter.availableBy === null ? 0 : AVAILABLE) |
    (rents && RENT)
  if (asked === 0) return () => 0
  return (rank) => {
    if (points.kind[rank] !== SPACE) return asked
    const area = texts.areasSquareMeters[rank] ?? 0
    const step = texts.stepFree[rank] ?? STEP_UNKNOWN
    const day = texts.availableDays[rank] ?? 0
    const rent = texts.rents[rank] ?? 0
    const failing =
      (hasBit(uses, (points.discipline[rank] ?? 0) - USE_OFFSET) ? 0 : USE) |
      (hasBit(states, points.state[rank] ?? 0) ? 0 : STATE) |
      (area === 0 ? (AREA * UNKNOWN) | AREA : area < least || area > most ? AREA : 0) |
      (step === STEP_UNKNOWN ? (STEP * UNKNOWN) | STEP : step === STEP_FREE ? 0 : STEP) |
      (day === 0 ? (AVAILABLE * UNKNOWN) | AVAILABLE : day > lastDay ? AVAILABLE : 0) |
      (rent === 0 ? (RENT * UNKNOWN) | RENT : hasBit(rents, rent - 1) ? 0 : RENT)
    return failing & ((asked * UNKNOWN) | asked)
  }
}

/** Counts the space of a rank under the values whose condition is the only one it may fail. */
export function countSpace(
  { points, texts }: Pick<SpaceInput, 'points' | 'texts'>,
  rank: number,
  failing: number,
  counts: SpaceCounts,
): void {
  if ((failing & ~USE) === 0) increase(counts.byUse, (points.discipline[rank] ?? 0) - USE_OFFSET)
  if ((failing & ~STATE) === 0) increase(counts.byState, points.state[rank] ?? 0)
  if ((failing & ~STEP) === 0 && texts.stepFree[rank] === STEP_FREE) counts.stepFree += 1
  if ((failing & ~RENT) === 0) increase(counts.byRent, (texts.rents[rank] ?? 0) - 1)
}

/** Adds one at a position; one outside says that there is no value to count. */
export function increase(counts: Uint32Array, position: number | undefined): void {
  if (position !== undefined && position >= 0) counts[position] = (counts[position] ?? 0) + 1
}

function toBits<Code>(chosen: readonly Code[], all: readonly Code[]): number {
  return chosen.reduce((bits, code) => bits | (1 << all.indexOf(code)), 0)
}

function hasBit(bits: number, position: number): boolean {
  return ((bits >>> position) & 1) === 1
}
