/** What a planner takes along says how it came about, and areas that are gone take no room. */
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { exportPlanning, hasExport } from '#lib/client/store/planning-exports.ts'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { isComparisonFull, listCompared } from '#lib/client/store/planning-subjects.ts'
import type { AreaFacts } from '#lib/core/domain/area-facts.ts'
import { INITIAL_VIEW } from '#lib/core/view/planning-view.ts'

const fact = { value: 0.5, n: 6, of: 6 }
const facts: AreaFacts = {
  areaSquareKilometers: 2,
  businesses: 6,
  isTooFew: false,
  businessesPerSquareKilometer: { value: 3, n: 6, of: 6 },
  disciplines: [],
  evenness: fact,
  vacantSpaces: 0,
  vacantSquareMeters: { value: null, n: 0, of: 0 },
  offeredSpaces: 0,
  offeredSquareMeters: { value: null, n: 0, of: 0 },
  desks: 0,
  smallSpacesShare: { value: null, n: 0, of: 0 },
  stepFreeShare: fact,
  confirmedShare: fact,
  nearestStationMeters: fact,
  nearestStation: 'Mitte',
  thirdPlaces: fact,
  vacancyByQuarter: [],
}
const drawn = ['1', '2'].map(
  (mark): Subject => ({
    key: `x:${mark}`,
    kind: 'drawn',
    mark,
    name: '',
    outline: { type: 'Polygon', coordinates: [] },
    facts,
    box: [7, 51, 7.1, 51.1],
  }),
)

beforeEach(() => {
  usePlanning.setState({
    view: { ...INITIAL_VIEW, disciplines: ['design', 'music'] },
    drawn,
    clustering: null,
  })
})

const take = async (name: 'comparison' | 'ripley' | 'areas') =>
  (await exportPlanning(usePlanning.getState(), name))?.text ?? ''

test('the comparison holds the parameters of the search, of the choice and of the score', async () => {
  usePlanning.getState().setView({ compared: ['x:1', 'x:2'], epsMeters: 300 })
  const lines = parse(await take('comparison'), { columns: true, bom: true })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({
    kind: 'drawn',
    measure: 'businesses',
    discipline: 'design music',
    isEpsSuggested: 'no',
    scoreUnknown: 'smallSpaces',
    weightDraws: '1000',
    'weight:density': '1',
  })
})

test('areas bring the score and the weights that it rests on', async () => {
  const { parameters, features } = JSON.parse(await take('areas'))
  expect(parameters.weights).toEqual(INITIAL_VIEW.weights)
  expect(features[0].properties.score).toBeGreaterThan(0)
  expect(features[0].properties.scoreUnknown).toEqual(['smallSpaces'])
})

test('the curve of chance is a table with its seed, once it is known', async () => {
  expect(hasExport(usePlanning.getState(), 'ripley')).toBe(false)
  expect(await take('ripley')).toBe('')
  const curve = [{ radiusMeters: 50, observed: 10, low: 1, mean: 2, high: 3 }]
  const model = { from: 'addresses' as const, places: 900 }
  usePlanning.setState({
    clustering: { n: 6, runs: 99, seed: 1977, null: model, areaSquareKilometers: 78.9, curve, p: 0.01 },
  })
  expect(parse(await take('ripley'), { columns: true, bom: true })).toEqual([
    expect.objectContaining({
      radiusMeters: '50',
      observed: '10',
      high: '3',
      p: '0.01',
      seed: '1977',
      nullFrom: 'addresses',
      nullPlaces: '900',
      discipline: 'design music',
    }),
  ])
})

test('keys without an area take no room in the comparison, and leave with the next choice', () => {
  usePlanning.getState().setView({ compared: ['A', 's:Nowhere', 'x:1', 'x:9'] })
  expect(listCompared(usePlanning.getState())).toEqual(['x:1'])
  expect(isComparisonFull(usePlanning.getState())).toBe(false)
  usePlanning.getState().compare('x:2', true)
  expect(usePlanning.getState().view.compared).toEqual(['x:1', 'x:2'])
})
