/** What the facts of any area of the city rest on, and the facts of outlines and districts from it; the same on the server and in the browser. */
import { area, bbox } from '@turf/turf'
import type { FeatureCollection, Geometry } from 'geojson'
import type { AreaFacts } from '#lib/core/domain/area-facts.ts'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { createInside, findInDistrict, findInOutline, type Outline } from './area-members.ts'
import { describeArea, type FactColumns, type FactInput } from './describe-area.ts'
import { type SentSurroundings, type Surroundings, toColumns } from './surroundings.ts'
import type { SpaceStep } from './vacancy-history.ts'

export type PlanningGround = FactInput & {
  /** By rank, as in the snapshot. */
  districts: readonly number[]
  districtNames: readonly string[]
  /** Oldest first. */
  steps: readonly SpaceStep[]
}

export type NamedOutlines = FeatureCollection<Geometry, { name: string }>
export type DescribedDistrict = { name: string; facts: AreaFacts }

/** What the map's snapshot does not say: of spaces, and of what stands around. Small enough to be sent to anyone who plans. */
export type PlanningExtract = {
  version: string
  /** ISO date. */
  today: string
  /** Columns: ranks of spaces, square metres (null where nobody has said), and FEATURE_PRESENT, FEATURE_ABSENT or FEATURE_UNKNOWN. */
  spaces: { ranks: number[]; squareMeters: (number | null)[]; stepFree: number[] }
  surroundings: SentSurroundings
  steps: readonly SpaceStep[]
}

/** The facts of an outline in degrees (WGS 84), of the entries that are shown inside it. */
export function describeOutline(ground: PlanningGround, outline: Outline): AreaFacts {
  const isInside = createInside(outline)
  const steps = ground.steps.filter(({ lng, lat }) => lng !== null && lat !== null && isInside(lng, lat))
  return describeArea(ground, outline, findInOutline(ground.columns, outline), steps)
}

export function describeOutlines(ground: PlanningGround, outlines: readonly Outline[]): AreaFacts[] {
  return outlines.map((outline) => describeOutline(ground, outline))
}

/** The facts of every district, of all entries that belong to it, by name. */
export function describeDistricts(ground: PlanningGround, outlines: NamedOutlines): DescribedDistrict[] {
  return outlines.features
    .map(({ geometry, properties: { name } }) => {
      const place = ground.districtNames.indexOf(name)
      const members = place < 0 ? Int32Array.of() : findInDistrict(ground.districts, place)
      const steps = ground.steps.filter(({ district }) => district === name)
      return { name, facts: describeArea(ground, geometry as Outline, members, steps) }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** Square kilometres of outlines that do not overlap. */
export function measureOutlines(outlines: NamedOutlines): number {
  return area(outlines) / 1e6
}

/** What the snapshot does not say of a ground. */
export function toExtract(
  { columns, surroundings, steps, today }: PlanningGround,
  version: string,
): PlanningExtract {
  const { kind, areaSquareMeters, stepFree } = columns
  const ranks = Array.from(kind.keys()).filter((rank) => kind[rank] !== 0)
  const toLists = ({ names, x, y }: Surroundings['stations']) => ({
    names,
    x: Array.from(x, Math.round),
    y: Array.from(y, Math.round),
  })
  return {
    version,
    today,
    spaces: {
      ranks,
      squareMeters: ranks.map((rank) => {
        const squareMeters = areaSquareMeters[rank] ?? Number.NaN
        return Number.isFinite(squareMeters) ? squareMeters : null
      }),
      stepFree: ranks.map((rank) => stepFree[rank] ?? 0),
    },
    surroundings: {
      stations: toLists(surroundings.stations),
      thirdPlaces: toLists(surroundings.thirdPlaces),
      streets: toLists(surroundings.streets),
    },
    steps,
  }
}

/** The ground again, from the extract and the snapshot of the same version. */
export function fromExtract(
  { spaces, surroundings, steps, today }: PlanningExtract,
  places: Omit<FactColumns, 'areaSquareMeters' | 'stepFree'>,
  { districts, districtNames }: Pick<PlanningGround, 'districts' | 'districtNames'>,
): PlanningGround {
  const areaSquareMeters = new Float64Array(places.count).fill(Number.NaN)
  const stepFree = new Uint8Array(places.count)
  for (const [place, rank] of spaces.ranks.entries()) {
    areaSquareMeters[rank] = spaces.squareMeters[place] ?? Number.NaN
    stepFree[rank] = spaces.stepFree[place] ?? 0
  }
  return {
    columns: { ...places, areaSquareMeters, stepFree },
    surroundings: toColumns(surroundings),
    today,
    districts,
    districtNames,
    steps,
  }
}

/** West, south, east, north of an outline in degrees. */
export function toBox(outline: Outline): Bbox {
  const [west, south, east, north] = bbox(outline)
  return [west, south, east, north]
}
