import { expect, test } from 'vitest'
import { listChips, listReliefs, withoutCondition } from '#components/panels/filter-conditions.ts'
import { type Filter, NO_FILTER } from '#lib/domain/filter.ts'

const FILTER: Filter = {
  disciplines: ['design', 'music'],
  kind: 'business',
  districts: ['Opladen'],
  isRecent: true,
  isInView: true,
  query: 'druck',
}

test('taking back every chip, one after the other, leaves no filter', () => {
  let filter = FILTER
  const taken: string[] = []
  for (let chips = listChips(filter); chips[0]; chips = listChips(filter)) {
    taken.push(chips[0].condition)
    filter = { ...filter, ...chips[0].without }
  }
  expect(filter).toEqual(NO_FILTER)
  expect(taken).toEqual(['query', 'kind', 'disciplines', 'disciplines', 'districts', 'isRecent', 'isInView'])
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
