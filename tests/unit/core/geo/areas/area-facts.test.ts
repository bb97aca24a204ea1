import { describe, expect, test } from 'vitest'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import type { EntryState, SpaceUse } from '#lib/core/domain/entry.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { FEATURE_ABSENT, FEATURE_PRESENT, FEATURE_UNKNOWN } from '#lib/core/domain/space-facts.ts'
import { findInDistrict, findInOutline } from '#lib/core/geo/areas/area-members.ts'
import { describeArea, type FactColumns } from '#lib/core/geo/areas/describe-area.ts'
import { toSurroundings } from '#lib/core/geo/areas/surroundings.ts'
import { countVacancyByQuarter, countVacant, type SpaceStep } from '#lib/core/geo/areas/vacancy-history.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { toCategoryByte, toKindByte, toStateByte } from '#lib/core/snapshot/format.ts'

type Row = {
  at: [x: number, y: number] | null
  discipline?: Discipline
  use?: SpaceUse
  state?: EntryState
  confirmed?: string
  area?: number
  stepFree?: number
}

const TODAY = '2026-11-24'
const place = ([x, y]: [number, number]) => unproject(356_000 + x, 5_656_000 + y)

/** Rows without a place last, as the snapshot has them. */
function toColumns(rows: Row[]): FactColumns {
  const located = rows.filter(({ at }) => at)
  const all = [...located, ...rows.filter(({ at }) => !at)]
  const places = located.map(({ at }) => place(at ?? [0, 0]))
  return {
    count: all.length,
    locatedCount: located.length,
    lng: Float64Array.from(places, ([lng]) => lng ?? 0),
    lat: Float64Array.from(places, ([, lat]) => lat ?? 0),
    kind: Uint8Array.from(all, ({ discipline }) => toKindByte(discipline ? 'business' : 'space')),
    discipline: Uint8Array.from(all, ({ discipline, use = 'shop' }) =>
      toCategoryByte({ disciplines: discipline ? [discipline] : [], use }),
    ),
    state: Uint8Array.from(all, ({ state = 'verified' }) => toStateByte(state)),
    confirmedDays: all.map(({ confirmed }) => toDay(confirmed ?? null)),
    areaSquareMeters: Float64Array.from(all, ({ area = Number.NaN }) => area),
    stepFree: Uint8Array.from(all, ({ stepFree = FEATURE_UNKNOWN }) => stepFree),
  }
}

/** A square of 500 m, its south-western corner at the origin. */
const outline = {
  type: 'Polygon' as const,
  coordinates: [
    (
      [
        [0, 0],
        [500, 0],
        [500, 500],
        [0, 500],
        [0, 0],
      ] as [number, number][]
    ).map(place),
  ],
}

const rows: Row[] = [
  { at: [50, 50], discipline: 'design', confirmed: '2026-05-01' },
  { at: [60, 50], discipline: 'design', confirmed: '2025-11-23' },
  { at: [70, 50], discipline: 'art', confirmed: '2025-11-24' },
  { at: [80, 50], discipline: 'music' },
  { at: [90, 50], discipline: 'music', confirmed: '2026-11-01' },
  { at: [900, 50], discipline: 'press' },
  { at: [910, 50], discipline: 'design' },
  { at: null, discipline: 'design' },
  { at: [100, 100], state: 'reported', area: 80, stepFree: FEATURE_PRESENT },
  { at: [110, 100], state: 'offered', area: 100.1, stepFree: FEATURE_ABSENT },
  { at: [120, 100], state: 'offered' },
  { at: [130, 100], state: 'temporary_use', area: 30, stepFree: FEATURE_PRESENT },
  { at: [140, 100], use: 'desk', state: 'offered', area: 4 },
]
const places = [
  { kind: 'station', name: 'Nah', ...degrees([250, 750]) },
  { kind: 'halt', name: 'Fern', ...degrees([250, 2000]) },
  { kind: 'cafe', name: null, ...degrees([250, 549]) },
  { kind: 'library', name: null, ...degrees([250, 551]) },
  { kind: 'bus_stop', name: null, ...degrees([250, 250]) },
]
function degrees(at: [number, number]) {
  const [lng = 0, lat = 0] = place(at)
  return { lng, lat }
}

describe('the facts of an area', () => {
  const columns = toColumns(rows)
  const members = findInOutline(columns, outline)
  const facts = describeArea(
    { columns, surroundings: toSurroundings(places), today: TODAY },
    outline,
    members,
    [],
  )

  test('count what is inside, each business once', () => {
    expect(members).toHaveLength(10)
    expect(facts.businesses).toBe(5)
    expect(facts.isTooFew).toBe(false)
    const count = (code: Discipline) => facts.disciplines.find(({ discipline }) => discipline === code)
    expect(facts.disciplines.map(({ discipline }) => discipline)).toEqual([...DISCIPLINES])
    expect([count('design')?.count, count('art')?.count, count('music')?.count]).toEqual([2, 1, 2])
    // 5 on a quarter of a km2; the sphere's area is up to 0.5 % off the plane's.
    expect(facts.areaSquareKilometers / 0.25).toBeCloseTo(1, 2)
    expect(facts.businessesPerSquareKilometer).toEqual({ value: 5 / facts.areaSquareKilometers, n: 5, of: 5 })
  })

  test('mixture and specialisation, worked by hand', () => {
    // Shares .4 .4 .2: H' = -.8 ln .4 - .2 ln .2.
    const diversity = -0.8 * Math.log(0.4) - 0.2 * Math.log(0.2)
    expect(facts.evenness.value).toBeCloseTo(diversity / Math.log(3), 9)
    const quotient = (code: Discipline) =>
      facts.disciplines.find(({ discipline }) => discipline === code)?.locationQuotient
    // The city, those without a place too: design 4 of 8, art 1, music 2, press 1.
    expect(quotient('design')).toBeCloseTo(0.4 / 0.5, 9)
    expect(quotient('music')).toBeCloseTo(0.4 / 0.25, 9)
    expect(quotient('press')).toBe(0)
    expect(quotient('film')).toBeNull()
  })

  test('spaces say of how many each number is known', () => {
    expect(facts).toMatchObject({
      vacantSpaces: 3,
      vacantSquareMeters: { value: 180.1, n: 2, of: 3 },
      offeredSpaces: 2,
      offeredSquareMeters: { value: 100.1, n: 1, of: 2 },
      desks: 1,
      smallSpacesShare: { value: 1 / 2, n: 2, of: 3 },
      stepFreeShare: { value: 2 / 3, n: 3, of: 5 },
    })
  })

  test('confirmed means within a year, and never confirmed is not', () => {
    // 2026-05-01, 2025-11-24 (365 days ago) and 2026-11-01, of ten.
    expect(facts.confirmedShare).toEqual({ value: 0.3, n: 10, of: 10 })
  })

  test('what lies around is measured from the middle', () => {
    // The middle is 250, 250: the station 500 m north, the cafe 299, the library 301.
    expect(facts.nearestStation).toBe('Nah')
    expect(facts.nearestStationMeters.value).toBeCloseTo(500, 0)
    expect(facts.nearestStationMeters.n).toBe(2)
    expect(facts.thirdPlaces).toEqual({ value: 1, n: 2, of: 2 })
  })
})

test('of four businesses nothing is claimed, of nothing everything is unknown, and no number is none', () => {
  const columns = toColumns(rows.filter(({ discipline }) => discipline !== 'art'))
  const input = { columns, surroundings: toSurroundings([]), today: TODAY }
  const few = describeArea(input, outline, findInOutline(columns, outline), [])
  expect(few).toMatchObject({ businesses: 4, isTooFew: true })
  expect(few.evenness).toEqual({ value: null, n: 4, of: 4 })
  expect(few.businessesPerSquareKilometer.value).toBeNull()
  expect(few.disciplines.every(({ locationQuotient }) => locationQuotient === null)).toBe(true)
  const empty = describeArea(input, outline, Int32Array.of(), [])
  expect(empty).toMatchObject({
    businesses: 0,
    vacantSpaces: 0,
    vacantSquareMeters: { value: null, n: 0 },
    smallSpacesShare: { value: null, n: 0 },
    stepFreeShare: { value: null, n: 0 },
    confirmedShare: { value: null, n: 0 },
    nearestStationMeters: { value: null, n: 0 },
    nearestStation: null,
    thirdPlaces: { value: null, n: 0 },
    vacancyByQuarter: [],
  })
  expect(JSON.stringify([few, empty], (_, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain(
    'NaN',
  )
})

test('a district holds what belongs to it, with and without a place', () => {
  expect([...findInDistrict([0, 1, -1, 1], 1)]).toEqual([1, 3])
})

describe('vacancy over time', () => {
  const step = (space: string, since: string, state: SpaceStep['state']): SpaceStep => ({
    space,
    since,
    state,
    lng: null,
    lat: null,
    district: null,
  })
  const steps = [
    step('a', '2026-02-10', 'reported'),
    step('b', '2026-03-01', 'reported'),
    step('a', '2026-03-05', 'verified'),
    step('b', '2026-06-30', 'let'),
    step('c', '2026-07-01', 'offered'),
    step('c', '2026-07-01', 'temporary_use'),
    step('b', '2026-10-02', 'reported'),
  ]

  test('is counted on the first days of quarters and today', () => {
    expect(countVacancyByQuarter(steps, TODAY)).toEqual([
      { day: '2026-04-01', vacant: 2, known: 2 },
      { day: '2026-07-01', vacant: 1, known: 3 },
      { day: '2026-10-01', vacant: 1, known: 3 },
      { day: TODAY, vacant: 2, known: 3 },
    ])
    expect(countVacant(steps, '2026-02-09')).toEqual({ day: '2026-02-09', vacant: 0, known: 0 })
  })

  test('is not told where all began today, and ten years at the most', () => {
    expect(countVacancyByQuarter([], TODAY)).toEqual([])
    expect(
      countVacancyByQuarter([step('a', TODAY, 'reported'), step('b', '2027-01-01', 'let')], TODAY),
    ).toEqual([])
    const long = countVacancyByQuarter([step('a', '1990-05-05', 'reported')], TODAY)
    expect(long).toHaveLength(41)
    expect(long[0]?.day).toBe('2017-01-01')
  })
})
