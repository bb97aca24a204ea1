import { describe, expect, test } from 'vitest'
import { catalogueOf, streetOf, toLabels } from '#lib/core/search/labels.ts'
import { suggestFor } from '#lib/core/search/suggest.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import type { PointRow } from '#lib/core/snapshot/format.ts'
import { toTexts } from '#tests/support/snapshot.ts'

const at = (lng: number | null): PointRow => ({
  lng,
  lat: lng === null ? null : 51,
  kind: 'business',
  disciplines: ['design'],
  state: 'verified',
})

/** The last one shows no place, the one before a blurred place without address. */
const snapshot = {
  points: decodePoints(encodePoints([7, 7.01, 7.02, 7.03, null].map(at))),
  texts: toTexts([
    { name: 'Plakatwerk', services: ['Druck'], district: 'Opladen', address: 'Marktgasse 1' },
    { name: 'Siebwerk', services: ['Druck', 'Siebdruck'], district: 'Opladen', address: 'Marktgasse 3 a' },
    { name: 'Haus am Markt', district: 'Wiesdorf', address: 'Opladener Straße 5, 51373 Leverkusen' },
    { name: 'Stube', district: 'Wiesdorf' },
    { name: 'Wanderwerk' },
  ]),
}
const disciplines = toLabels([
  { label: 'Design', detail: '' },
  { label: 'Musik', detail: '' },
])
const ask = (query: string) => suggestFor(snapshot, disciplines, query)
const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label)

describe('suggestions', () => {
  test('a service brings its count, the very word first', () => {
    expect(ask('druck').services.map(({ label, count }) => [label, count])).toEqual([
      ['Druck', 2],
      ['Siebdruck', 1],
    ])
    expect(ask('druck').entries).toEqual([0, 1])
  })

  test('a district stands where its middle entry is, and brings no streets but those that are called so', () => {
    const { districts, streets } = ask('opladen')
    expect(districts).toMatchObject([{ label: 'Opladen', count: 2 }])
    expect(districts[0]?.position?.lng).toBeCloseTo(7.01, 5)
    expect(labels(streets)).toEqual(['Opladener Straße'])
    expect(labels(ask('marktgase opladen').streets)).toEqual(['Marktgasse'])
  })

  test('what is spelt like a discipline is not drowned by similar words, and slips are forgiven everywhere', () => {
    expect(labels(ask('musik').disciplines)).toEqual(['Musik'])
    expect(labels(ask('deisgn').disciplines)).toEqual(['Design'])
    expect(labels(ask('wisdorf').districts)).toEqual(['Wiesdorf'])
    expect(ask('plakatwerk')).toMatchObject({
      entries: [0],
      disciplines: [],
      services: [],
      districts: [],
      streets: [],
    })
  })

  test('a place that is not shown exactly has no street here', () => {
    const { streets } = catalogueOf(snapshot.texts, snapshot.points)
    expect(labels(streets.all).sort()).toEqual(['Marktgasse', 'Opladener Straße'])
  })
})

test.each([
  ['Kölner Straße 12a, 51379 Leverkusen', 'Kölner Straße'],
  ['Marktgasse 3 - 5', 'Marktgasse'],
  ['Marktgasse 3/5 b', 'Marktgasse'],
  ['Straße des 17. Juni 135', 'Straße des 17. Juni'],
  ['Am Markt', 'Am Markt'],
  ['', ''],
])('the street of "%s" is "%s"', (address, street) => {
  expect(streetOf(address)).toBe(street)
})
