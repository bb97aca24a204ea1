import { expect, test } from 'vitest'
import { fold, searchTexts } from '#lib/geo/text-search.ts'

test('search forgives case, umlauts and accents, and wants every word', () => {
  const texts = {
    names: ['Müller & Söhne', 'Café Kreativ'],
    slugs: ['a', 'b'],
    districtNames: ['Opladen', 'Wiesdorf'],
    districts: [0, 1],
    confirmedDays: [0, 0],
    summaries: ['', ''],
    services: [['Druck'], []],
    addresses: ['', ''],
  }
  expect(fold('CAFÉ Größe')).toBe('cafe groesse')
  expect([...(searchTexts(texts, 'mueller druck') ?? [])]).toEqual([1, 0])
  expect([...(searchTexts(texts, 'cafe') ?? [])]).toEqual([0, 1])
  expect([...(searchTexts(texts, 'opladen') ?? [])]).toEqual([1, 0])
  expect(searchTexts(texts, '  ')).toBeNull()
})
