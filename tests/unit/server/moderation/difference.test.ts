import { describe, expect, test } from 'vitest'
import { compareFields, listChanged } from '#lib/server/moderation/difference.ts'

describe('a difference', () => {
  test('has a line for each proposed field, beside what stands there now', () => {
    expect(compareFields({ name: 'Laden', use: 'shop' }, { name: 'Atelier', floor: 'EG' })).toEqual([
      { field: 'name', present: 'Laden', proposed: 'Atelier', differs: true },
      { field: 'floor', present: null, proposed: 'EG', differs: true },
    ])
  })

  test('names degrees last, and leaves the others in their order', () => {
    const names = compareFields(null, { lat: 51, lng: 7, use: 'shop', address: 'Weg 1' })
    expect(names.map(({ field }) => field)).toEqual(['use', 'address', 'lng', 'lat'])
  })

  test('takes nothing, an empty text and an empty list for the same', () => {
    for (const [present, proposed] of [
      [null, ''],
      [[], null],
      ['', []],
    ] as const)
      expect(listChanged({ summary: present }, { summary: proposed })).toEqual([])
  })

  test('tells numbers, yes and no, and the order of lists apart', () => {
    expect(listChanged({ area: 40, step_free: false }, { area: 41, step_free: true })).toHaveLength(2)
    expect(listChanged({ area: 40 }, { area: 40 })).toEqual([])
    expect(listChanged({ disciplines: ['art', 'design'] }, { disciplines: ['design', 'art'] })).toHaveLength(
      1,
    )
  })

  test('leaves out what says nothing to a person, and takes a new entry as all new', () => {
    expect(listChanged(null, { id: '1', slug: 'laden', updated_at: 'now', name: 'Laden' })).toEqual([
      { field: 'name', present: null, proposed: 'Laden', differs: true },
    ])
  })
})
