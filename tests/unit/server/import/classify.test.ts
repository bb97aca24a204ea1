import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifySubclass, classifyTags } from '#lib/server/import/classify.ts'
import { formatQuery } from '#lib/server/import/fetch-overpass.ts'
import { OSM_RULES } from '#lib/server/import/osm-table.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const REFERENCE = resolve(ROOT, 'tests/fixtures/reference/osm-disciplines.csv')

describe('raw tags', () => {
  test.each([
    ['a sure tag', { shop: 'books' }, { entry: 'business', disciplines: ['books'], review: false }],
    ['an unsure tag', { office: 'it' }, { entry: 'business', disciplines: ['software-games'], review: true }],
    [
      'a condition',
      { amenity: 'studio', studio: 'television' },
      { disciplines: ['broadcasting'], review: false },
    ],
    ['its condition unmet', { amenity: 'studio', studio: 'x' }, { disciplines: ['other'], review: true }],
    ['nothing without its condition', { leisure: 'dance' }, { entry: 'none' }],
    ['several values', { shop: 'music;books' }, { disciplines: ['music', 'books'], review: false }],
    [
      'a sure tag beside an unsure one',
      { shop: 'photo', craft: 'photographer' },
      { disciplines: ['design'], review: false },
    ],
    ['vacancy', { shop: 'vacant', name: 'Ehemals Kaufhaus' }, { entry: 'space', review: false, use: 'shop' }],
    ['former use', { 'disused:shop': 'bakery' }, { entry: 'space', review: true }],
    ['former use denied', { 'disused:shop': 'no' }, { entry: 'none' }],
    ['desks', { amenity: 'coworking_space' }, { entry: 'space', use: 'desk' }],
    ['context', { railway: 'station' }, { entry: 'context', tag: 'railway=station' }],
    ['a bench', { amenity: 'bench' }, { entry: 'none' }],
  ])('%s', (_, tags, expected) => {
    expect(classifyTags(tags as Record<string, string>)).toMatchObject(expected)
  })

  test('an artwork, a memorial and a library are never a business, whatever else is tagged', () => {
    const never = fc.constantFrom<Record<string, string>>(
      { tourism: 'artwork' },
      { historic: 'memorial' },
      { amenity: 'library' },
      { tourism: 'gallery;artwork' },
    )
    const others = fc.array(fc.constantFrom(...OSM_RULES.filter(({ entry }) => entry === 'business')))
    fc.assert(
      fc.property(others, never, (rules, inert) => {
        const tags = Object.fromEntries(rules.map(({ key, value }) => [key, value]))
        expect(classifyTags({ ...tags, ...inert }).entry).not.toBe('business')
      }),
      { seed: 3 },
    )
  })

  test('the order of tags in a file means nothing', () => {
    const pairs = fc.uniqueArray(fc.constantFrom(...OSM_RULES), { maxLength: 6, selector: ({ key }) => key })
    fc.assert(
      fc.property(pairs, (rules) => {
        const tags = rules.map(({ key, value }) => [key, value])
        expect(classifyTags(Object.fromEntries(tags.toReversed()))).toEqual(
          classifyTags(Object.fromEntries(tags)),
        )
      }),
      { seed: 4 },
    )
  })
})

describe('the subclass of OpenMapTiles decides', () => {
  test.each([
    ['artwork', 'context'],
    ['library', 'context'],
    ['memorial', 'none'],
    ['community_centre', 'none'],
    ['gallery', 'business'],
    ['books', 'business'],
    ['vacant', 'space'],
    ['', 'none'],
  ])('%s: %s', (subclass, entry) => {
    expect(classifySubclass(subclass).entry).toBe(entry)
  })
})

test('Overpass is asked for every tag of the table, in one area', () => {
  const [entries, context] = [formatQuery('Leverkusen', false), formatQuery('Leverkusen', true)]
  for (const { key, value, entry } of OSM_RULES) {
    const query = entry === 'context' ? context : entries
    const line = query.split('\n').find((text) => text.startsWith(`  nwr["${key}"`))
    expect(line, `${key}=${value}`).toBeDefined()
    if (line?.includes('~')) expect(line).toContain(value)
  }
  expect(entries).toContain('"name"="Leverkusen"')
  expect(formatQuery('X"];node;', false)).toContain('"name"="X];node;"')
})

test('the built-in table is the reference', () => {
  const table = readFileSync(resolve(ROOT, 'lib/server/import/tables/osm-disciplines.csv'), 'utf8')
  expect(table).toBe(readFileSync(REFERENCE, 'utf8'))
})
