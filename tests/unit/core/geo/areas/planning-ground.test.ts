import { describe, expect, test } from 'vitest'
import {
  describeOutline,
  fromExtract,
  type PlanningGround,
  toExtract,
} from '#lib/core/geo/areas/planning-ground.ts'
import { pickPlanningPoints } from '#lib/core/geo/areas/planning-points.ts'
import { toDisciplineByte, toStateByte, USE_OFFSET } from '#lib/core/snapshot/format.ts'

// Two businesses, a vacant shop of 80 m2, a vacant shop of unknown size, a desk, and a business without a shown place.
const design = toDisciplineByte('design')
const music = toDisciplineByte('music')
const shop = USE_OFFSET
const desk = USE_OFFSET + 8
const ground: PlanningGround & { columns: { secondaryMask: Uint16Array } } = {
  columns: {
    count: 6,
    locatedCount: 5,
    lng: Float64Array.of(7, 7.001, 7.002, 7.003, 7.004),
    lat: Float64Array.of(51, 51, 51, 51, 51),
    kind: Uint8Array.of(0, 0, 1, 1, 1, 0),
    discipline: Uint8Array.of(design, music, shop, shop, desk, design),
    state: Uint8Array.of(0, 0, toStateByte('offered'), toStateByte('verified'), toStateByte('offered'), 0),
    secondaryMask: Uint16Array.of(0, 1 << design, 0, 0, 0, 0),
    confirmedDays: [0, 0, 0, 0, 0, 0],
    areaSquareMeters: Float64Array.of(Number.NaN, Number.NaN, 80, Number.NaN, 5, Number.NaN),
    stepFree: Uint8Array.of(0, 0, 1, 2, 0, 0),
  },
  surroundings: {
    stations: { names: ['Bahnhof'], x: Float64Array.of(359_000), y: Float64Array.of(5_652_000) },
    thirdPlaces: { names: [null], x: Float64Array.of(359_600), y: Float64Array.of(5_651_900) },
    streets: { names: ['Kirchgasse'], x: Float64Array.of(359_700), y: Float64Array.of(5_651_800) },
  },
  today: '2026-11-24',
  districts: [0, 0, 0, 0, -1, 0],
  districtNames: ['Opladen'],
  steps: [{ space: 'a', state: 'verified', since: '2025-01-01', lng: 7.002, lat: 51, district: 'Opladen' }],
}
const outline = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [6.99, 50.99],
      [7.01, 50.99],
      [7.01, 51.01],
      [6.99, 51.01],
      [6.99, 50.99],
    ],
  ],
}

test('the facts are the same from the extract that is sent as from the ground itself', () => {
  const sent = JSON.parse(JSON.stringify(toExtract(ground, 'v1')))
  const { areaSquareMeters: _, stepFree: __, ...places } = ground.columns
  const again = fromExtract(sent, places, ground)
  expect(describeOutline(again, outline)).toEqual(describeOutline(ground, outline))
})

describe('the points of a view', () => {
  const pick = (view: Parameters<typeof pickPlanningPoints>[1]) => {
    const { points, sized, withoutPlace } = pickPlanningPoints(ground, view)
    return { lng: [...points.lng], squareMeters: sized && [...sized.squareMeters], withoutPlace }
  }

  test('are businesses by any of their disciplines, each once', () => {
    expect(pick({ measure: 'businesses', disciplines: [] })).toEqual({
      lng: [7, 7.001],
      squareMeters: null,
      withoutPlace: 1,
    })
    expect(pick({ measure: 'businesses', disciplines: ['music'] }).lng).toEqual([7.001])
    expect(pick({ measure: 'businesses', disciplines: ['design', 'music'] }).lng).toEqual([7, 7.001])
  })

  test('or vacant spaces without desks, weighed by the square metres that are known', () => {
    expect(pick({ measure: 'vacancy', disciplines: ['music'] })).toEqual({
      lng: [7.002, 7.003],
      squareMeters: [80],
      withoutPlace: 0,
    })
  })
})
