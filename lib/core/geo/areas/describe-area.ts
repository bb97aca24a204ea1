/** From the columns of the register to the facts of one area. Businesses count once, by their primary discipline. */
import { area } from '@turf/turf'
import type { AreaFacts, Fact } from '#lib/core/domain/area-facts.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { ENTRY_STATES, KINDS, SPACE_USES, VACANT_STATES } from '#lib/core/domain/entry.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { FEATURE_PRESENT, FEATURE_UNKNOWN } from '#lib/core/domain/space-facts.ts'
import { measurePolygons, projectOutline } from '#lib/core/geo/plane/plane.ts'
import { type SnapshotPoints, USE_OFFSET } from '#lib/core/snapshot/format.ts'
import type { Measure } from '#lib/core/view/planning-view.ts'
import type { Outline } from './area-members.ts'
import { evenness, locationQuotients } from './diversity.ts'
import { MIN_POINTS } from './groups.ts'
import { measureSurroundings, type Surroundings } from './surroundings.ts'
import { countVacancyByQuarter, type SpaceStep } from './vacancy-history.ts'

/** Columns by rank. */
export type FactColumns = Pick<
  SnapshotPoints,
  'count' | 'locatedCount' | 'lng' | 'lat' | 'kind' | 'discipline' | 'state'
> & {
  /** Counted from 1970-01-01; 0 for never. */
  confirmedDays: ArrayLike<number>
  /** Of spaces; NaN where nobody has said. */
  areaSquareMeters: ArrayLike<number>
  /** Of spaces: FEATURE_PRESENT, FEATURE_ABSENT, or FEATURE_UNKNOWN. */
  stepFree: ArrayLike<number>
}

export type FactInput = {
  columns: FactColumns
  surroundings: Surroundings
  /** ISO date. */
  today: string
}

/** What a seeker in a survey of the Ruhr asks for most: 59 % need no more. */
const SMALL_SQUARE_METERS = 100

const BUSINESS = KINDS.indexOf('business')
const DESK = USE_OFFSET + SPACE_USES.indexOf('desk')
const OFFERED = ENTRY_STATES.indexOf('offered')
const VACANT = new Set(VACANT_STATES.map((state) => ENTRY_STATES.indexOf(state)))

/** The facts of an outline (degrees, WGS 84) with its members by rank and the steps of the spaces in it. */
export function describeArea(
  { columns, surroundings, today }: FactInput,
  outline: Outline,
  members: Int32Array,
  steps: readonly SpaceStep[],
): AreaFacts {
  const { kind, discipline, state, confirmedDays, areaSquareMeters, stepFree } = columns
  const areaSquareKilometers = area(outline) / 1e6
  const isBusiness = (rank: number) => kind[rank] === BUSINESS
  const counts = countPrimary(columns, members)
  const businesses = counts.reduce((sum, count) => sum + count, 0)
  const spaces = members.filter((rank) => !isBusiness(rank))
  const rooms = spaces.filter((rank) => discipline[rank] !== DESK && VACANT.has(state[rank] ?? -1))
  const offered = rooms.filter((rank) => state[rank] === OFFERED)
  const sized = rooms.filter((rank) => Number.isFinite(areaSquareMeters[rank]))
  const small = sized.filter((rank) => (areaSquareMeters[rank] ?? 0) <= SMALL_SQUARE_METERS)
  const told = spaces.filter((rank) => stepFree[rank] !== FEATURE_UNKNOWN)
  const recent = recentSince(toDay(today))
  const isTooFew = businesses < MIN_POINTS
  const quotients = locationQuotients(counts, countPrimary(columns))
  const { middle } = measurePolygons(projectOutline(outline))
  const around = measureSurroundings(surroundings, middle)
  const { stations, thirdPlaces } = surroundings
  return {
    areaSquareKilometers,
    businesses,
    isTooFew,
    businessesPerSquareKilometer: toFact(
      isTooFew || areaSquareKilometers === 0 ? null : businesses / areaSquareKilometers,
      businesses,
    ),
    disciplines: DISCIPLINES.map((code, place) => ({
      discipline: code,
      count: counts[place] ?? 0,
      locationQuotient: isTooFew ? null : (quotients[place] ?? null),
    })),
    evenness: toFact(isTooFew ? null : evenness(counts), businesses),
    vacantSpaces: rooms.length,
    vacantSquareMeters: sumKnown(areaSquareMeters, rooms),
    offeredSpaces: offered.length,
    offeredSquareMeters: sumKnown(areaSquareMeters, offered),
    desks: spaces.length - spaces.filter((rank) => discipline[rank] !== DESK).length,
    smallSpacesShare: toShare(small.length, sized.length, rooms.length),
    stepFreeShare: toShare(
      told.filter((rank) => stepFree[rank] === FEATURE_PRESENT).length,
      told.length,
      spaces.length,
    ),
    confirmedShare: toShare(
      members.filter((rank) => (confirmedDays[rank] ?? 0) >= recent).length,
      members.length,
      members.length,
    ),
    nearestStationMeters: toFact(around.stationMeters, stations.names.length),
    nearestStation: around.stationName,
    thirdPlaces: toFact(around.thirdPlaces, thirdPlaces.names.length),
    vacancyByQuarter: countVacancyByQuarter(steps, today),
  }
}

/** What a district is coloured by: businesses or vacant square metres per km2; null where nothing is said. */
export function toShade(measure: Measure, facts: AreaFacts): number | null {
  if (measure === 'businesses') return facts.businessesPerSquareKilometer.value
  const { value } = facts.vacantSquareMeters
  return value === null || facts.areaSquareKilometers === 0 ? null : value / facts.areaSquareKilometers
}

/** Businesses by primary discipline, of some ranks or of all. */
function countPrimary({ count, kind, discipline }: FactColumns, ranks?: Int32Array): Uint32Array {
  const counts = new Uint32Array(DISCIPLINES.length)
  for (let place = 0; place < (ranks?.length ?? count); place++) {
    const rank = ranks ? (ranks[place] ?? 0) : place
    if (kind[rank] !== BUSINESS) continue
    const code = discipline[rank] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

function toFact(value: number | null, n: number): Fact {
  return { value, n, of: n }
}

function toShare(part: number, known: number, all: number): Fact {
  return { value: known > 0 ? part / known : null, n: known, of: all }
}

/** The sum of what is known; null where nothing is. */
function sumKnown(values: ArrayLike<number>, ranks: Int32Array): Fact {
  const known = ranks.filter((rank) => Number.isFinite(values[rank]))
  const sum = known.reduce((total, rank) => total + (values[rank] ?? 0), 0)
  return { value: known.length > 0 ? sum : null, n: known.length, of: ranks.length }
}
