import { expect, test } from 'vitest'
import { evenness, locationQuotients, shannonDiversity } from '#lib/core/geo/areas/diversity.ts'

test('diversity and evenness of 2, 1, 1 are those worked by hand', () => {
  // Shares 1/2, 1/4, 1/4: H' = 1/2 ln 2 + 2 (1/4 ln 4) = 3/2 ln 2; J' = 3/2 ln 2 / ln 3.
  expect(shannonDiversity([2, 0, 1, 1])).toBeCloseTo(1.5 * Math.LN2, 12)
  expect(evenness([2, 0, 1, 1])).toBeCloseTo((1.5 * Math.LN2) / Math.log(3), 12)
})

test('alike is even, one kind alone is not diverse, nothing is nothing', () => {
  expect(shannonDiversity([3, 3, 3])).toBeCloseTo(Math.log(3), 12)
  expect(evenness([3, 3, 3])).toBeCloseTo(1, 12)
  expect(shannonDiversity([7, 0])).toBe(0)
  expect(evenness([7, 0])).toBeNull()
  expect(shannonDiversity([0, 0])).toBeNull()
  expect(evenness([])).toBeNull()
})

test('location quotients are shares of shares, worked by hand', () => {
  // Area 3 of 4, 1 of 4, 0; city 6 of 20, 10 of 20, 4 of 20: 0.75 / 0.3, 0.25 / 0.5, 0 / 0.2; the last kind is nowhere.
  const quotients = locationQuotients([3, 1, 0, 0], [6, 10, 4, 0])
  expect(quotients[0]).toBeCloseTo(2.5, 12)
  expect(quotients.slice(1)).toEqual([0.5, 0, null])
  expect(locationQuotients([0, 0], [1, 2])).toEqual([null, null])
  expect(() => locationQuotients([1], [1, 2])).toThrow('The area has 1 kinds, the city 2')
})
