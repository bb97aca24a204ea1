import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDuplicateFinder } from '#lib/server/import/deduplicate.ts'
import { isTellingName, normaliseName, toSlug } from '#lib/server/import/name.ts'

const METERS_PER_DEGREE = 111_320
const row = (ref: string, name: string, northMeters = 0, matches_by_name = true) => ({
  ref,
  name,
  matches_by_name,
  lng: 7,
  lat: 51 + northMeters / METERS_PER_DEGREE,
})

describe('names', () => {
  test.each([
    ['Büro Müller GmbH', 'buero mueller gmbh'],
    ['Café “Größe”', 'CAFE GROESSE'],
    ['Atelier No. 5', 'atelier no 5'],
    ['Muller', 'Mu\u0301ller'],
    ['Müller', 'Mu\u0308ller'],
    ['Smørrebrød', 'smorrebrod'],
  ])('%s is %s', (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)))

  test.each([
    'Vacant',
    'VACANT SPACE',
    'Leerstand',
    'leer-stehend',
    'zu vermieten',
    '?',
    '-',
    'X',
    '東京',
    'unbekannt',
  ])('%s tells nothing', (name) => expect(isTellingName(name)).toBe(false))

  test('slugs are made of letters, digits and hyphens, at most 120, and stay the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ9ÄßŽ -_.😀東\u0301'), maxLength: 200 }),
        fc.string(),
        (name, identity) => {
          const slug = toSlug(name, identity)
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          expect(slug.length).toBeLessThanOrEqual(120)
          expect(toSlug(name, identity)).toBe(slug)
        },
      ),
      { seed: 8 },
    )
  })
})

describe('in one file', () => {
  test('the same reference', () => {
    const find = createDuplicateFinder()
    expect(find(row('1', 'A'), 'line 2')).toBeNull()
    expect(find(row('1', 'B', 5000), 'line 3')).toBe('line 2')
  })

  test('the same name up to 50 m away, and no farther', () => {
    const find = createDuplicateFinder()
    find(row('1', 'Büro Nord'), 'line 2')
    expect(find(row('2', 'BUERO NORD', 49.9), 'line 3')).toBe('line 2')
    expect(find(row('3', 'Büro Nord', 50.2), 'line 4')).toBeNull()
    expect(find(row('4', 'Büro Süd', 1), 'line 5')).toBeNull()
  })

  test('spaces and placeholders never by name, nor places that are not known', () => {
    const find = createDuplicateFinder()
    expect(find(row('1', 'Vacant', 0, false), 'line 2')).toBeNull()
    expect(find(row('2', 'Vacant', 0, false), 'line 3')).toBeNull()
    expect(find({ ref: '3', name: 'Büro', matches_by_name: true, lng: null, lat: null }, 'line 4')).toBeNull()
    expect(find({ ref: '4', name: 'Büro', matches_by_name: true, lng: null, lat: null }, 'line 5')).toBeNull()
  })
})
