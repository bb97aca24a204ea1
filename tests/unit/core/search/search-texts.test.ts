import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { bestOf } from '#lib/core/search/match.ts'
import { matchEntries, prepareSearch, searchTexts } from '#lib/core/search/search-texts.ts'
import type { SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { misspell } from '#tests/support/misspell.ts'
import { demonstrationTexts, toTexts, withoutDisciplines } from '#tests/support/snapshot.ts'

const KOELN = '../shared/data/koeln/osm-creative.geojson'

if (!existsSync(KOELN))
  console.warn(`SKIPPED: ${KOELN} is not here; misspellings were tried on the demonstration alone.`)

const texts = toTexts([
  { name: 'Müller & Söhne', services: ['Siebdruck'], district: 'Opladen', address: 'Kölner Straße 12a' },
  { name: 'Café Kreativ', district: 'Wiesdorf', address: 'Hauptstr. 5' },
  { name: 'Druckhaus', district: 'Opladen', summary: 'Bücher und Plakate' },
  { name: 'Haus am Markt', services: ['Drucke'], district: 'Wiesdorf' },
])
const searchable = withoutDisciplines(texts)
const find = (query: string) =>
  [...(searchTexts(searchable, query) ?? [])].flatMap((byte, rank) => (byte ? [rank] : []))
const rank = (query: string) => bestOf(matchEntries(searchable, query)?.penalties ?? new Uint16Array(), 5)

describe('the one rule', () => {
  test.each([
    ['mueller', [0]],
    ['MULLER druck', [0]],
    ['cafe', [1]],
    ['kolner str. 12', [0]],
    ['koelnerstr', [0]],
    ['KÖLNERSTRASSE 12', [0]],
    ['haupt str 5', [1]],
    ['Hauptstraße', [1]],
    ['druck', [0, 2, 3]],
    ['druck opladen', [0, 2]],
    ['opladen wiesdorf', []],
    ['xyzxyz', []],
  ])('"%s" finds %j', (query, ranks) => {
    expect(find(query)).toEqual(ranks)
  })

  test('without words there is no condition', () => {
    expect(searchTexts(searchable, '  ')).toBeNull()
    expect(searchTexts(searchable, ' –!')).toBeNull()
  })

  test('slips are forgiven only where nothing is spelt like the query', () => {
    expect(find('durckhaus')).toEqual([2])
    expect(find('drucke')).toEqual([3])
    expect(find('wisdorf haus')).toEqual([3])
  })

  test('a number has to be right', () => {
    expect(find('Kölner Straße 13a')).toEqual([])
  })

  test('the whole word comes before its beginning, the beginning before the part, a name before other texts', () => {
    expect(rank('druck')).toEqual([2, 3, 0])
    expect(rank('haus')).toEqual([3, 2])
  })

  test('an index that is built in slices finds the same', () => {
    const many = withoutDisciplines(
      toTexts(Array.from({ length: 1500 }, (_, nth) => ({ name: `Werkstatt ${nth}` }))),
    )
    let slices = 1
    while (!prepareSearch(many)) slices += 1
    expect(slices).toBeGreaterThan(1)
    expect(searchTexts(many, 'werkstat 1499')?.lastIndexOf(1)).toBe(1499)
  })
})

describe('200 misspellings find their entry among the first five, 95 % of them', () => {
  test('of the demonstration', () => {
    expectFound(demonstrationTexts(), (name) => name.replace('Demo: ', ''))
  })

  test.skipIf(!existsSync(KOELN))(`of the names in ${KOELN} (skipped where that file is absent)`, () => {
    const { features } = JSON.parse(readFileSync(KOELN, 'utf8')) as {
      features: { properties: { name: string } }[]
    }
    const names = [...new Set(features.map(({ properties }) => properties.name))]
    expectFound(toTexts(names.map((name) => ({ name }))))
  })
})

const MISSPELLINGS = 200

/** Fails with what was typed for which name, where more than one in twenty was missed. */
function expectFound(among: SnapshotTexts, typed = (name: string) => name): void {
  const random = createRandom(2014)
  const searched = withoutDisciplines(among)
  const missed = Array.from({ length: MISSPELLINGS }, () => {
    const wanted = Math.floor(random.next() * among.names.length)
    const name = among.names[wanted] ?? ''
    const query = misspell(typed(name), random)
    const best = bestOf(matchEntries(searched, query)?.penalties ?? new Uint16Array(), 5)
    return best.includes(wanted) ? [] : [`"${query}" for ${name}`]
  }).flat()
  if (process.env.SHOW_MISSED) console.log(missed)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(MISSPELLINGS * 0.05)
}
