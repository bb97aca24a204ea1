/** The points that a planner's view is about: businesses of some disciplines, or vacant spaces with their square metres. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { ENTRY_STATES, KINDS, SPACE_USES, VACANT_STATES } from '#lib/core/domain/entry.ts'
import { USE_OFFSET } from '#lib/core/snapshot/format.ts'
import type { PlanningView } from '#lib/core/view/planning-view.ts'
import type { DistrictPoints } from './areas.ts'
import type { PlanningGround } from './planning-ground.ts'

const BUSINESS = KINDS.indexOf('business')
const DESK = USE_OFFSET + SPACE_USES.indexOf('desk')
const VACANT = new Set(VACANT_STATES.map((state) => ENTRY_STATES.indexOf(state)))

export type PlanningPoints = {
  points: DistrictPoints
  /** Of vacant spaces: those whose size is known, and their square metres; of businesses null. */
  sized: { lng: Float64Array; lat: Float64Array; squareMeters: Float64Array } | null
  /** How many belong to the view but have no shown place. */
  withoutPlace: number
}

/** A business belongs to a view by any of its disciplines; each counts once. A desk is no vacant space. */
export function pickPlanningPoints(
  { columns, districts, districtNames }: PlanningGround & { columns: { secondaryMask?: ArrayLike<number> } },
  { measure, disciplines }: Pick<PlanningView, 'measure' | 'disciplines'>,
): PlanningPoints {
  const wanted = disciplines.map((code) => DISCIPLINES.indexOf(code))
  const bits = wanted.reduce((mask, code) => mask | (1 << code), 0)
  const isWanted = (rank: number) => {
    const isBusiness = columns.kind[rank] === BUSINESS
    const code = columns.discipline[rank] ?? -1
    if (measure === 'vacancy') return !isBusiness && code !== DESK && VACANT.has(columns.state[rank] ?? -1)
    return (
      isBusiness &&
      (bits === 0 || wanted.includes(code) || ((columns.secondaryMask?.[rank] ?? 0) & bits) !== 0)
    )
  }
  const ranks: number[] = []
  let withoutPlace = 0
  for (let rank = 0; rank < columns.count; rank++) {
    if (!isWanted(rank)) continue
    if (rank < columns.locatedCount) ranks.push(rank)
    else withoutPlace += 1
  }
  const take = (column: ArrayLike<number>, from: readonly number[]) =>
    Float64Array.from(from, (rank) => column[rank] ?? 0)
  const sized = ranks.filter((rank) => Number.isFinite(columns.areaSquareMeters[rank]))
  return {
    points: {
      lng: take(columns.lng, ranks),
      lat: take(columns.lat, ranks),
      districts: Int32Array.from(ranks, (rank) => districts[rank] ?? -1),
      districtNames,
    },
    sized:
      measure === 'vacancy'
        ? {
            lng: take(columns.lng, sized),
            lat: take(columns.lat, sized),
            squareMeters: take(columns.areaSquareMeters, sized),
          }
        : null,
    withoutPlace,
  }
}
