import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { CRITERIA } from '#lib/core/domain/score-weights.ts'
import { formatDrawings, parseDrawings } from '#lib/core/view/drawing.ts'
import {
  formatPlanningView,
  INITIAL_VIEW,
  MAP_VIEWS,
  MEASURES,
  type PlanningView,
  parsePlanningView,
} from '#lib/core/view/planning-view.ts'

const degrees = (most: number) =>
  fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((whole) => whole / 1e5)
const drawing = fc.array(fc.tuple(degrees(180), degrees(85)), { minLength: 3, maxLength: 20 })
const view = fc.record<PlanningView>({
  measure: fc.constantFrom(...MEASURES),
  disciplines: fc.subarray([...DISCIPLINES]),
  epsMeters: fc.option(fc.integer({ min: 50, max: 1000 })),
  minPoints: fc.integer({ min: 3, max: 30 }),
  bandwidthMeters: fc.option(fc.integer({ min: 100, max: 800 })),
  hasIsolines: fc.boolean(),
  mapView: fc.constantFrom(...MAP_VIEWS),
  compared: fc.uniqueArray(fc.constantFrom('A', 'B', 'AA', 's:Opladen', 's:Bergisch Neukirchen', 'x:1'), {
    maxLength: 4,
  }),
  weights: fc.record(
    Object.fromEntries(
      CRITERIA.map((criterion) => [criterion, fc.integer({ min: 0, max: 10 }).map((w) => w / 2)]),
    ),
  ) as fc.Arbitrary<PlanningView['weights']>,
  drawings: fc.array(drawing, { maxLength: 4 }),
  asksForChance: fc.boolean(),
})

function toAddress(wanted: PlanningView): URLSearchParams {
  const params = new URLSearchParams('c=7,51,12')
  formatPlanningView(wanted, params)
  return params
}

describe('the view of a planner in the address', () => {
  test('comes back as it was, and leaves other parameters alone', () => {
    fc.assert(
      fc.property(view, (wanted) => {
        const params = new URLSearchParams(toAddress(wanted).toString())
        expect(parsePlanningView(params)).toEqual(wanted)
        expect(params.get('c')).toBe('7,51,12')
      }),
    )
  })

  test('leaves no trace where nothing was chosen', () => {
    expect(toAddress(INITIAL_VIEW).toString()).toBe('c=7%2C51%2C12')
  })

  test.each([
    ['t=1', INITIAL_VIEW], // the table of the explore page, whose address comes along
    ['m=cats&l=?&i=yes&eps=-4&min=many&h=1e9&w=1,2&d=jazz&a=%00,;,a&x=ä_1', INITIAL_VIEW],
    ['eps=1&min=1&h=100000', { ...INITIAL_VIEW, epsMeters: 50, minPoints: 3, bandwidthMeters: 800 }],
    ['h=99999&min=500', { ...INITIAL_VIEW, bandwidthMeters: 800, minPoints: 30 }],
    ['a=A,A,B,C,D,E', { ...INITIAL_VIEW, compared: ['A', 'B', 'C', 'D'] }],
    ['w=9,1,1,1,1,1', INITIAL_VIEW],
  ])('forgives %s', (search, expected) => {
    expect(parsePlanningView(new URLSearchParams(search))).toEqual(expected)
  })

  test('never fails, whatever an address holds', () => {
    const keys = fc.constantFrom('m', 'd', 'eps', 'min', 'h', 'i', 'l', 'a', 'w', 'x', 't')
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.string())), (pairs) => {
        const read = parsePlanningView(new URLSearchParams(pairs))
        expect(parsePlanningView(toAddress(read))).toEqual(read)
      }),
    )
  })
})

test('a drawing of twenty corners takes few characters', () => {
  const corners = Array.from({ length: 20 }, (_, corner) => [7 + corner / 1e4, 51 - corner / 1e4])
  const text = formatDrawings([corners])
  expect(text.length).toBeLessThan(160)
  expect(parseDrawings(text)[0]).toHaveLength(20)
})
