import { describe, expect, test } from 'vitest'
import type { Discipline } from '#lib/domain/discipline.ts'
import { NO_FILTER } from '#lib/domain/filter.ts'
import { fold, scanEntries, searchTexts } from '#lib/geo/mask.ts'
import { decodePoints } from '#lib/snapshot/decode.ts'
import { encodePoints } from '#lib/snapshot/encode.ts'
import type { PointRow } from '#lib/snapshot/format.ts'

const business = (...disciplines: Discipline[]): PointRow => ({
  lng: 7,
  lat: 51,
  kind: 'business',
  disciplines,
  state: 'verified',
})
const space: PointRow = { lng: 7, lat: 51, kind: 'space', disciplines: [], state: 'reported' }
const points = decodePoints(
  encodePoints([business('design', 'art'), business('art'), business('music'), space]),
)

describe('scan', () => {
  test('without a filter everything matches; a business counts under each of its disciplines', () => {
    const scan = scanEntries(points, NO_FILTER, null)
    expect(scan.matching).toBe(4)
    expect([...scan.byKind]).toEqual([3, 1])
    expect([scan.byDiscipline[0], scan.byDiscipline[2], scan.byDiscipline[6]]).toEqual([1, 2, 1])
  })

  test('a discipline matches by any of an entry`s disciplines; counts beside it stay those of the other filters', () => {
    const scan = scanEntries(points, { ...NO_FILTER, disciplines: ['art'] }, null)
    expect([...scan.mask]).toEqual([1, 1, 0, 0])
    expect(scan.byDiscipline[0]).toBe(1)
    expect([...scan.byKind]).toEqual([2, 0])
  })

  test('kind and text restrict both list and counts', () => {
    expect(scanEntries(points, { ...NO_FILTER, kind: 'space' }, null).matching).toBe(1)
    const scan = scanEntries(points, NO_FILTER, Uint8Array.of(0, 1, 0, 0))
    expect([scan.matching, scan.byDiscipline[2], scan.byDiscipline[0]]).toEqual([1, 1, 0])
  })
})

test('search forgives case, umlauts and accents, and wants every word', () => {
  const texts = {
    names: ['Müller & Söhne', 'Café Kreativ'],
    slugs: ['a', 'b'],
    districts: ['Opladen', 'Wiesdorf'],
    summaries: ['', ''],
    services: [['Druck'], []],
    addresses: ['', ''],
  }
  expect(fold('CAFÉ Größe')).toBe('cafe groesse')
  expect([...(searchTexts(texts, 'mueller druck') ?? [])]).toEqual([1, 0])
  expect([...(searchTexts(texts, 'cafe') ?? [])]).toEqual([0, 1])
  expect(searchTexts(texts, '  ')).toBeNull()
})
