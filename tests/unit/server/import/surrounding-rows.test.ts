import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { readProfile } from '#lib/server/import/profile.ts'
import type { RawRow } from '#lib/server/import/row.ts'
import { toAddress, toContext, toDistrict } from '#lib/server/import/surrounding-rows.ts'

const context = (profile: string) => ({ profile: readProfile(profile), box: readCity().countryBox })
const at = (fields: Record<string, string>, more: Partial<RawRow> = {}): RawRow => ({
  at: 'node/1',
  id: 'node/1',
  fields,
  position: [7, 51],
  ...more,
})

test('addresses from tags, with or without a street, and from columns', () => {
  const tags = {
    'addr:street': 'Am Markt',
    'addr:housenumber': '3 a',
    'addr:postcode': '51379',
    'addr:city': 'Leverkusen',
  }
  expect(toAddress(at(tags), context('osm'))).toMatchObject({
    ref: 'node/1',
    street: 'Am Markt',
    house_number: '3a',
    postcode: '51379',
    place: 'Leverkusen',
    lng: 7,
    lat: 51,
  })
  expect(toAddress(at({ 'addr:housenumber': '3' }), context('osm'))).toMatchObject({ street: null })
  expect(toAddress(at({ 'addr:street': 'Am Markt' }), context('osm'))).toEqual({
    skip: { code: 'notes.no-house-number', values: {} },
  })
  const columns = { street: 'Am Markt', house_number: '3', lng: '7', lat: '51' }
  expect(toAddress({ at: 'line 2', fields: columns }, context('csv'))).toMatchObject({
    house_number: '3',
    lng: 7,
  })
  expect(() => toAddress({ at: 'line 2', fields: { ...columns, lng: '' } }, context('csv'))).toThrow(
    'only one of two',
  )
})

test('context from raw tags or from subclasses; businesses are none', () => {
  expect(toContext(at({ amenity: 'cafe', name: 'C' }), context('osm'))).toMatchObject({
    kind: 'cafe',
    name: 'C',
  })
  expect(toContext(at({ subclass: 'museum' }), context('omt'))).toMatchObject({ kind: 'museum', name: null })
  expect(toContext(at({ shop: 'books', name: 'B' }), context('osm'))).toHaveProperty('skip')
  expect(() => toContext(at({ amenity: 'cafe' }, { position: null }), context('osm'))).toThrow(
    'no coordinates',
  )
})

describe('districts', () => {
  const square = [
    [7, 51],
    [7.1, 51],
    [7.1, 51.1],
    [7, 51],
  ]
  const district =
    (polygons: unknown, name = 'Nord') =>
    () =>
      toDistrict(at({ name }, { polygons }), context('osm'))

  test('polygons become a text that PostGIS reads', () => {
    expect(district([[square]])()).toEqual({
      ref: 'Nord',
      name: 'Nord',
      boundary: 'SRID=4326;MULTIPOLYGON(((7 51,7.1 51,7.1 51.1,7 51)))',
    })
  })

  test.each([
    ['a point', undefined, 'not a polygon'],
    ['rings at the wrong depth', [square], 'not a polygon'],
    ['an open ring', [[square.slice(0, 3).concat([[7.05, 51.05]])]], 'not a polygon'],
    ['three points', [[square.slice(0, 3)]], 'not a polygon'],
    ['swapped coordinates', [[square.map(([x = 0, y = 0]) => [y, x])]], 'swapped'],
  ])('%s', (_, polygons, message) => expect(district(polygons)).toThrow(message))

  test('one without a name', () => expect(district([[square]], '')).toThrow('the district has no name'))
})
