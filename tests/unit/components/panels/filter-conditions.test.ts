import { expect, test } from 'vitest'
import { listChips, listReliefs, withoutCondition } from '#components/panels/filter/filter-conditions.ts'
import { changeFilter, type Filter, NO_FILTER } from '#lib/core/view/filter.ts'

const FILTER: Filter = {
  ...NO_FILTER,
  disciplines: ['design', 'music'],
  kind: 'business',
  districts: ['Opladen'],
  isRecent: true,
  isInView: true,
  query: 'druck',
}

const SPACES: Filter = {
  ...NO_FILTER,
  kind: 'space',
  uses: ['workshop', 'studio'],
  states: ['offered'],
  area: { from: 40, to: null },
  isStepFree: true,
  availableBy: '2027-03-01',
  rents: ['low'],
}

/** Takes back one chip after the other, the first or the last one; returns their conditions. */
function takeBackAll(begun: Filter, at: 0 | -1): string[] {
  let filter = begun
  const taken: string[] = []
  for (let chip = listChips(filter).at(at); chip; chip = listChips(filter).at(at)) {
    taken.push(chip.condition)
    filter = changeFilter(filter, chip.without)
  }
  expect(filter).toEqual(NO_FILTER)
  return taken
}

test('taking back every chip, one after the other, leaves no filter', () => {
  expect(takeBackAll(SPACES, -1)).toEqual([
    'states',
    'rents',
    'availableBy',
    'isStepFree',
    'area',
    'uses',
    'uses',
    'kind',
  ])
  // Whoever wants to see businesses too asks nothing of spaces any more.
  expect(takeBackAll(SPACES, 0)).toEqual(['kind'])
  expect(takeBackAll(FILTER, 0)).toEqual([
    'query',
    'kind',
    'disciplines',
    'disciplines',
    'districts',
    'isRecent',
    'isInView',
  ])
})

test('an empty result offers what brings entries, the most first', () => {
  const scan = { matching: 0, missed: Uint32Array.of(1, 0, 7, 0, 0, 3) }
  expect(listReliefs(scan)).toEqual([
    { condition: 'disciplines', count: 7 },
    { condition: 'isInView', count: 3 },
    { condition: 'query', count: 1 },
  ])
  expect(withoutCondition('disciplines')).toEqual({ disciplines: [] })
})
