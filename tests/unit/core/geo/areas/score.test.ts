import { describe, expect, test } from 'vitest'
import { CRITERIA, PRESETS, type Weights } from '#lib/core/domain/score-weights.ts'
import {
  type Measures,
  measureSensitivity,
  rankScores,
  SCALES,
  scoreArea,
} from '#lib/core/geo/areas/score.ts'

const full: Measures = {
  density: 30,
  mixture: 0.8,
  smallSpaces: 0.5,
  station: 550,
  thirdPlaces: 3,
  stepFree: 0.25,
}
const none = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0])) as Weights

function scoreOf(measures: Measures, weights: Weights): number | null {
  const score = scoreArea(measures, weights)
  if ('refusal' in score) throw new Error(score.refusal)
  return score.value
}

describe('a score', () => {
  test('is the weighted mean of the scaled criteria, worked by hand', () => {
    // 30/60, .8, .5, (1600 - 550)/1400 = .75, 3/12 = .25, .25: sum 3.05.
    expect(scoreOf(full, PRESETS.balanced)).toBeCloseTo(3.05 / 6, 9)
    // Weights 4 2 1 1 4 1: 2 + 1.6 + .5 + .75 + 1 + .25 = 6.1 of 13.
    expect(scoreOf(full, PRESETS.lively)).toBeCloseTo(6.1 / 13, 9)
    // Weights 1 1 4 2 1 1: .5 + .8 + 2 + 1.5 + .25 + .25 = 5.3 of 10.
    expect(scoreOf(full, PRESETS.affordable)).toBeCloseTo(0.53, 9)
  })

  test('holds at the ends of the scales', () => {
    const best: Measures = {
      density: 500,
      mixture: 1,
      smallSpaces: 1,
      station: 10,
      thirdPlaces: 40,
      stepFree: 1,
    }
    const worst: Measures = {
      density: 0,
      mixture: 0,
      smallSpaces: 0,
      station: 9000,
      thirdPlaces: 0,
      stepFree: 0,
    }
    expect(scoreOf(best, PRESETS.lively)).toBe(1)
    expect(scoreOf(worst, PRESETS.lively)).toBe(0)
    for (const { zeroAt, oneAt } of Object.values(SCALES)) expect(zeroAt).not.toBe(oneAt)
  })

  test('leaves an unknown criterion out and names it: it counts neither for nor against', () => {
    const score = scoreArea({ ...full, stepFree: null, station: Number.NaN }, PRESETS.balanced)
    if ('refusal' in score) throw new Error(score.refusal)
    // .5 + .8 + .5 + .25 = 2.05 of four.
    expect(score.value).toBeCloseTo(2.05 / 4, 9)
    expect(score.unknown).toEqual(['station', 'stepFree'])
    expect(score.parts.find(({ criterion }) => criterion === 'stepFree')).toMatchObject({
      measure: null,
      scaled: null,
    })
  })

  test('is null where nothing with a weight is known', () => {
    expect(scoreArea({ ...full, density: null }, { ...none, density: 3 })).toMatchObject({
      value: null,
      unknown: ['density'],
    })
  })

  test('is refused without weights, and for one that is none', () => {
    expect(scoreArea(full, none)).toEqual({ refusal: 'no-weights' })
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(scoreArea(full, { ...PRESETS.balanced, station: weight })).toEqual({
        refusal: 'bad-weight',
        criterion: 'station',
      })
    expect(measureSensitivity([full], none)).toEqual({ refusal: 'no-weights' })
  })
})

test('areas alike share a rank, and what has no score has none', () => {
  expect(rankScores([0.4, 0.9, 0.4, null, 0.1])).toEqual([2, 1, 2, null, 4])
})

describe('sensitivity', () => {
  const areas: Measures[] = [
    { ...full, density: 60, stepFree: 0 },
    { ...full, density: 0, stepFree: 0.98 },
    { ...full, density: 0, stepFree: 0 },
    { density: null, mixture: null, smallSpaces: null, station: null, thirdPlaces: null, stepFree: null },
  ]

  test('says how often each area keeps its rank', () => {
    const found = measureSensitivity(areas, PRESETS.balanced)
    if ('refusal' in found) throw new Error(found.refusal)
    expect(found.ranks).toEqual([1, 2, 3, null])
    expect(found).toMatchObject({ draws: 1000, spread: 0.2 })
    // First beats second while w_density > .98 w_stepFree; both are even on [.8, 1.2], and differ by a triangle on [-.4, .4].
    // P(u - v > -.02 v), v about 1: 1/2 + (.02 / .4) (1 - .02 / .8) = .549.
    const [first, second, third, last] = found.keptShares
    expect(Math.abs((first ?? 0) - 0.549)).toBeLessThan(0.05)
    expect(second).toBe(first)
    expect(third).toBe(1)
    expect(last).toBeNull()
    expect(measureSensitivity(areas, PRESETS.balanced)).toEqual(found)
  })

  test('of one area and of areas alike is 1, of none nothing', () => {
    expect(measureSensitivity([full], PRESETS.lively)).toMatchObject({ keptShares: [1] })
    expect(measureSensitivity([full, { ...full }], PRESETS.lively)).toMatchObject({
      ranks: [1, 1],
      keptShares: [1, 1],
    })
    expect(measureSensitivity([], PRESETS.lively)).toMatchObject({ ranks: [] })
  })
})
