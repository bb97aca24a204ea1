import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { checkDraft } from '#lib/server/import/check-row.ts'
import { formatImportCure, formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { interpretRow } from '#lib/server/import/interpret.ts'
import { parseProfile, readProfile } from '#lib/server/import/profile.ts'
import { RowFault } from '#lib/server/import/row.ts'
import type { WzTable } from '#lib/server/queries/wz-codes.ts'

const CSV = readProfile('csv')
const WZ: WzTable = new Map([
  ['2008:59.20.2', { disciplines: ['music'], isPartial: false }],
  ['2008:71.11.2', { disciplines: ['architecture', 'design'], isPartial: false }],
  ['2025:59.20.2', { disciplines: ['music'], isPartial: false }],
  ['2025:47.61.0', { disciplines: ['books'], isPartial: true }],
])

const interpret = (fields: Record<string, string>, profile = CSV) =>
  interpretRow({ at: 'line 2', fields }, profile, WZ)

/** The whole way from columns to a row for the database. */
function check(fields: Record<string, string>, profile = CSV) {
  const raw = { at: 'line 2', fields: { name: 'Atelier', disciplines: 'design', ...fields } }
  const draft = interpretRow(raw, profile, WZ)
  if ('skip' in draft) throw new Error(formatImportMessage('en', draft.skip))
  return checkDraft(raw, draft, { profile, box: readCity().countryBox, source: 'test' })
}
const faultOf = (run: () => unknown): RowFault => {
  try {
    run()
  } catch (fault) {
    if (fault instanceof RowFault) return fault
    throw fault
  }
  throw new Error('No fault.')
}

describe('WZ codes', () => {
  test.each([
    ['in full', { wz2008: '71.11.2' }],
    ['without dots', { wz2008: '71112' }],
    ['with its scheme before it', { wz2008: 'WZ 71.11.2' }],
  ])('%s', (_, fields) => {
    expect(interpret({ name: 'A', ...fields })).toMatchObject({
      disciplines: ['architecture', 'design'],
      wzCodes: ['2008:71.11.2'],
      review: false,
    })
  })

  test('one that covers part of an old class goes to review, unless something sure says more', () => {
    expect(interpret({ wz2025: '47.61.0' })).toMatchObject({ disciplines: ['books'], review: true })
    expect(interpret({ wz2025: '47.61.0', disciplines: 'art' })).toMatchObject({
      disciplines: ['art'],
      wzCodes: ['2025:47.61.0'],
      review: false,
    })
    expect(interpret({ wz2025: '47.61.0', wz2008: '59.20.2' })).toMatchObject({ disciplines: ['music'] })
  })

  test('a code that is not known, with those near it', () => {
    const fault = faultOf(() => interpret({ wz2008: '71.12.1' }))
    expect(fault).toMatchObject({
      field: 'wz2008',
      message: '71.12.1 is not a creative-industries code of WZ 2008',
    })
    expect(formatImportCure('en', fault.importMessage)).toContain('71.11.2')
    // A code of the other version is none of this one.
    expect(faultOf(() => interpret({ wz2008: '47.61.0' })).field).toBe('wz2008')
  })
})

describe('categories of a profile', () => {
  const base = { columns: { name: 'Firma', category: 'Branche' } }
  const categories = { A: 'art', B: ['books', 'press'], S: { kind: 'space', use: 'hall' }, X: { skip: true } }
  const profile = parseProfile({ ...base, categories }, 'own.json')

  test.each([
    ['A', { kind: 'business', disciplines: ['art'], review: false }],
    ['B', { disciplines: ['books', 'press'] }],
    ['S', { kind: 'space', use: 'hall', disciplines: [] }],
    ['X', { skip: { code: 'notes.category-left-out', values: { category: 'X' } } }],
  ])('%s', (Branche, expected) => {
    expect(interpret({ Firma: 'F', Branche }, profile)).toMatchObject(expected)
  })

  test('one that is not listed is refused, left out or left to a moderator', () => {
    expect(faultOf(() => interpret({ Branche: 'toString' }, profile)).message).toContain('unknown category')
    const lenient = (otherwise: string) => parseProfile({ ...base, categories, otherwise }, 'own.json')
    expect(interpret({ Branche: 'Q' }, lenient('skip'))).toHaveProperty('skip')
    expect(interpret({ Branche: 'Q' }, lenient('review'))).toMatchObject({
      disciplines: ['other'],
      review: true,
    })
  })

  test('one with a byte of another encoding is refused and not passed over', () => {
    const lenient = parseProfile({ ...base, categories, otherwise: 'skip' }, 'own.json')
    expect(faultOf(() => interpret({ Branche: 'Caf\uFFFD' }, lenient))).toMatchObject({ field: 'category' })
  })
})

describe('each field says what is wrong with it and how to mend it', () => {
  test.each([
    ['disciplines', { disciplines: 'desing' }, 'unknown value "desing"', 'did you mean "design"?'],
    ['disciplines', { disciplines: '' }, 'nothing says which discipline', 'wz2008'],
    ['kind', { kind: 'shop' }, 'unknown value', 'business, space'],
    ['name', { name: ' ' }, 'needs a name', 'fill in'],
    ['name', { name: 'M\uFFFDller' }, 'does not belong to the encoding', 'UTF-8'],
    ['name', { name: 'x'.repeat(201) }, '201 characters are too many', '200'],
    ['website', { website: 'javascript:alert(1)' }, 'not a web address', 'https://'],
    ['confirmed_on', { confirmed_on: '31.02.2026' }, 'does not exist', 'fewer days'],
    ['confirmed_on', { confirmed_on: '1980-01-01' }, 'too far away', '1990'],
    ['lng', { lng: 'seven', lat: '51' }, '"seven" is not a number', '7.0062'],
    ['lat', { lng: '7' }, 'only one of two', 'both'],
    ['lng, lat', { lng: '51.06', lat: '7.0' }, 'swapped', 'longitude (east)'],
    ['lng, lat', { lng: '2.35', lat: '48.86' }, 'lies outside', 'box'],
    ['lng, lat', { lng: '360123', lat: '5655123' }, 'are not degrees', 'projection'],
    ['disclosure', { disclosure: 'fuzzy' }, 'unknown value', 'known are'],
    ['verified', { verified: 'maybe' }, 'neither yes nor no', 'yes or no'],
    [
      'services',
      { services: Array.from({ length: 31 }, (_, nth) => `s${nth}`).join(';') },
      '31 services',
      '30',
    ],
    ['area_square_meters', { kind: 'space', area_square_meters: '80 m2' }, 'is not a number', 'without unit'],
    ['certainty', { kind: 'space', certainty: '11' }, 'out of range', '0 to 10'],
    ['certainty', { kind: 'space', certainty: '7.5' }, 'not a whole number', '0 to 10'],
    ['vacant_since', { kind: 'space', vacant_since: '2026-13' }, 'does not exist', ''],
    ['rent_class', { kind: 'space', rent_class: 'lo' }, 'unknown value', 'did you mean "low"?'],
  ])('%s: %j', (field, fields, message, cure) => {
    const fault = faultOf(() => check(fields as Record<string, string>))
    expect(fault.field).toBe(field)
    expect(fault.message).toContain(message)
    expect(formatImportCure('en', fault.importMessage)).toContain(cure)
  })

  test('a full row', () => {
    expect(
      check({
        kind: 'space',
        name: '',
        lng: '7,0062',
        lat: '51,0661',
        street: 'Kölner Straße',
        house_number: '12',
        postcode: '51379',
        place: 'Leverkusen',
        area_square_meters: '62,5',
        vacant_since: '2025-11',
        step_free: 'ja',
        use: 'Studio',
        website: 'www.example.org',
      }),
    ).toMatchObject({
      kind: 'space',
      name: 'Leerstand',
      lng: 7.0062,
      lat: 51.0661,
      address: 'Kölner Straße 12, 51379 Leverkusen',
      area_square_meters: 62.5,
      vacant_since: '2025-11-01',
      vacant_since_precision: 'month',
      step_free: true,
      use: 'studio',
      website: 'https://www.example.org/',
    })
  })
})

describe('what a row is known by', () => {
  test('its id, else all that it says; two readings agree', () => {
    expect(check({ id: '17' }).ref).toBe('17')
    expect(check({ lng: '7', lat: '51' })).toEqual(check({ lng: '7', lat: '51' }))
    expect(check({ lng: '7', lat: '51' }).ref).not.toBe(check({ lng: '7.001', lat: '51' }).ref)
    expect(check({ id: 'x\0'.repeat(200) }).ref).toMatch(/^hash\/[0-9a-f]{64}$/)
  })

  test('any change of content changes its hash', () => {
    expect(check({ id: '1', summary: 'a' }).hash).not.toBe(check({ id: '1', summary: 'b' }).hash)
  })

  test('where the place is not shown, the address in the URL tells nothing of it', () => {
    const hidden = () => check({ disclosure: 'blurred', lng: '7', lat: '51' })
    expect(hidden().slug).not.toBe(hidden().slug)
    expect(hidden().hash).toBe(hidden().hash)
  })
})

describe('OpenStreetMap', () => {
  const osm = (tags: Record<string, string>) => {
    const raw = { at: 'node/1', id: 'node/1', fields: tags, position: [7, 51] as [number, number] }
    const profile = readProfile('osm')
    const draft = interpretRow(raw, profile, WZ)
    return 'skip' in draft
      ? draft
      : checkDraft(raw, draft, { profile, box: readCity().countryBox, source: 's' })
  }

  test('links and dates that nobody here can mend are left out', () => {
    expect(osm({ shop: 'books', name: 'B', website: 'not a link', check_date: '2026-05' })).toMatchObject({
      website: null,
      confirmed_on: null,
    })
    expect(osm({ shop: 'books', name: 'B', website: 'http://a.example;http://b.example' })).toMatchObject({
      website: 'http://a.example/',
    })
  })

  test('a business without a name is passed over, a vacancy without one is not', () => {
    expect(osm({ shop: 'books' })).toEqual({
      skip: { code: 'notes.tag-nameless', values: { tag: 'shop=books' } },
    })
    expect(osm({ shop: 'vacant' })).toMatchObject({ kind: 'space', name: 'Leerstand' })
    expect(osm({ 'disused:shop': 'bakery', name: 'Alte Bäckerei' })).toMatchObject({ former_use: 'bakery' })
  })
})
