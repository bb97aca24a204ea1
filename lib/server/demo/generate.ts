/**
 * The invented register: deterministic entries around the centres that the city's configuration names, and rough
 * districts around them. Positions are degrees (WGS 84); spreads are metres.
 */
import { featureCollection, point, voronoi } from '@turf/turf'
import type { City } from '#lib/core/domain/city.ts'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { SPACE_USES, type SpaceUse } from '#lib/core/domain/entry.ts'
import { createRandom, type Random } from '#lib/core/geo/plane/random.ts'
import { BUSINESS_WORDS, SPACE_WORDS, STREETS } from './invented-words.ts'

const METERS_PER_DEGREE = 111_320
const SEED = 2014
/** So many of the first businesses work in one house. */
const HOUSEMATES = 4

type Centre = City['demonstration']['districts'][number]

/** Rows for `import_batch`; the same city gives the same rows. */
export function generateEntries(city: City) {
  const random = createRandom(SEED)
  // Of their own, so that more facts move no entry.
  const facts = createRandom(SEED + 1)
  const measures = createRandom(SEED + 3)
  const rows = city.demonstration.districts.flatMap((centre) => [
    ...Array.from({ length: centre.businesses }, () => generateBusiness(random, centre)),
    ...Array.from({ length: centre.spaces }, () => generateSpace(random, { facts, measures }, centre)),
  ])
  const house = rows[0]
  return rows.map((row, index) => {
    const placed = { ...row, ...(house && index < HOUSEMATES && shareHouse(house)) }
    return {
      ...placed,
      summary: `${row.summary} in ${nearestCentre(city, placed).name}. Ein erfundener Eintrag.`,
      ref: String(index + 1),
      hash: '1',
      slug: `demo-${index + 1}`,
      review: false,
    }
  })
}

/** No zoom takes apart who works under one roof: the map opens them as a list. */
function shareHouse({ address, lng, lat }: { address: string; lng: number; lat: number }) {
  return { address, lng, lat, disclosure: 'exact' }
}

/** Whose district a place lies in: measured in degrees, as the districts are. */
function nearestCentre(city: City, { lng, lat }: { lng: number; lat: number }): Centre {
  const squaredDegrees = (centre: Centre) => (centre.lng - lng) ** 2 + (centre.lat - lat) ** 2
  return city.demonstration.districts.reduce((nearest, centre) =>
    squaredDegrees(centre) < squaredDegrees(nearest) ? centre : nearest,
  )
}

/** Rough districts: each point of the city's box belongs to the nearest centre (Voronoi 1908). */
export function generateDistricts(city: City): { name: string; boundary: string }[] {
  const centres = city.demonstration.districts
  const cells = voronoi(featureCollection(centres.map(({ lng, lat }) => point([lng, lat]))), {
    bbox: [...city.box],
  })
  return cells.features.map((cell, index) => ({
    name: centres[index]?.name ?? '',
    boundary: `SRID=4326;MULTIPOLYGON((${cell.geometry.coordinates
      .map((ring) => `(${ring.map(([lng, lat]) => `${lng} ${lat}`).join(',')})`)
      .join(',')}))`,
  }))
}

/** The stations of the schematic map, as context places. */
export function generateStations(city: City) {
  return (city.schematic?.stations ?? []).map(({ name, lng, lat }, index) => ({
    ref: `station-${index + 1}`,
    kind: 'station',
    name,
    lng,
    lat,
  }))
}

function generateBusiness(random: Random, centre: Centre) {
  const primary = pickWeighted(random, DISCIPLINES, (code) => BUSINESS_WORDS[code].weight)
  const secondary =
    random.next() < 0.3 ? pickWeighted(random, DISCIPLINES, (code) => BUSINESS_WORDS[code].weight) : primary
  const words = BUSINESS_WORDS[primary]
  const street = random.pick(STREETS)
  const disciplines: Discipline[] = secondary === primary ? [primary] : [primary, secondary]
  return {
    kind: 'business',
    name: `Demo: ${random.pick(words.names)} ${street}`,
    summary: words.summary,
    services: words.services.filter(() => random.next() < 0.7),
    address: `${street} ${1 + Math.floor(random.next() * 60)}`,
    ...generatePlace(random, centre),
    disclosure: random.next() < 0.92 ? 'exact' : random.pick(['blurred', 'district']),
    disciplines,
    verified: random.next() < 0.75,
    ...generateConfirmation(random),
  }
}

function generateSpace(
  random: Random,
  { facts, measures }: Record<'facts' | 'measures', Random>,
  centre: Centre,
) {
  const use: SpaceUse = pickWeighted(random, SPACE_USES, (code) => SPACE_WORDS[code].weight)
  const { name, area } = SPACE_WORDS[use]
  const street = random.pick(STREETS)
  return {
    kind: 'space',
    name: `Demo: ${name} ${street}`,
    summary: name,
    services: [],
    address: `${street} ${1 + Math.floor(random.next() * 60)}`,
    ...generatePlace(random, centre),
    disclosure: 'exact',
    disciplines: [],
    use,
    state: random.pick(['reported', 'reported', 'verified', 'verified', 'verified', 'offered']),
    area_square_meters: keepMost(measures, Math.round(area[0] + (area[1] - area[0]) * random.next() ** 2)),
    ...generateFacts(facts),
    ...generateConfirmation(random),
  }
}

/** What somebody might know of a space; some of it is unknown, as it is in life. */
function generateFacts(random: Random) {
  const known = <T>(value: T) => keepMost(random, value)
  return {
    floor: known(random.pick(['Erdgeschoss', 'Erdgeschoss', '1. OG', 'Hinterhof'])),
    rent_class: known(random.pick(['free', 'low', 'low', 'middle', 'high'])),
    step_free: known(random.next() < 0.6),
    available_from: known(`2027-${random.pick(['01', '02', '04', '07'])}-01`),
    former_use: known(random.pick(['Blumenladen', 'Schuhgeschäft', 'Reisebüro', 'Bäckerei', 'Kanzlei'])),
  }
}

/** Three of four times the value, else null. */
function keepMost<T>(random: Random, value: T): T | null {
  return random.next() < 0.75 ? value : null
}

function generatePlace(random: Random, { lng, lat, spreadMeters }: Centre) {
  const east = (random.gauss() * spreadMeters) / (METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
  const north = (random.gauss() * spreadMeters) / METERS_PER_DEGREE
  return { lng: Number((lng + east).toFixed(6)), lat: Number((lat + north).toFixed(6)) }
}

/** A day in the two years before autumn 2026, so that some entries have visibly aged. */
function generateConfirmation(random: Random) {
  const day = new Date(Date.UTC(2026, 9, 31) - Math.floor(random.next() ** 2 * 730) * 86_400_000)
  return {
    confirmed_on: day.toISOString().slice(0, 10),
    confirmed_by: random.pick(['owner', 'moderator', 'citizen']),
  }
}

function pickWeighted<T extends string>(random: Random, list: readonly T[], weight: (item: T) => number): T {
  let left = random.next() * list.reduce((sum, item) => sum + weight(item), 0)
  for (const item of list) {
    left -= weight(item)
    if (left < 0) return item
  }
  return list[0] as T
}
