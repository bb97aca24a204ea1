import { describe, expect, test } from 'vitest'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import { entryForm, readEntryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'

const COUNTRY: Bbox = [5.8, 47.2, 15.1, 55.1]
const SPACE = { name: 'Laden', disclosure: 'exact', use: 'shop', state: 'reported' }
const BUSINESS = { name: 'Studio', disclosure: 'exact', primary_discipline: 'design' }

function toForm(values: Record<string, string | readonly string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one as string)
  return form
}
const read = (kind: 'space' | 'business', values: Record<string, string | readonly string[]>) =>
  readEntryForm(kind, toForm(values), COUNTRY)

describe('the form of an entry', () => {
  test.each(KINDS)('reads every field that it shows of a %s', (kind) => {
    const { fields, faults } = read(kind, kind === 'space' ? SPACE : BUSINESS)
    expect(faults).toEqual([])
    const columns = entryForm(kind).map(({ name }) => name)
    for (const name of columns.filter((column) => !/discipline/.test(column)))
      expect(fields).toHaveProperty(name)
  })

  test('takes a value away where a field is left empty', () => {
    const { fields } = read('space', { ...SPACE, floor: '', area_square_meters: '', step_free: '' })
    expect(fields).toMatchObject({ floor: null, area_square_meters: null, step_free: null })
  })

  test('puts the primary discipline before the others, each once', () => {
    const { fields } = read('business', { ...BUSINESS, secondary_disciplines: ['art', 'design', 'music'] })
    expect(fields.disciplines).toEqual(['design', 'art', 'music'])
    expect(fields).not.toHaveProperty('primary_discipline')
  })

  test('names each field that cannot be taken, and keeps what was typed', () => {
    const { faults, typed } = read('space', {
      ...SPACE,
      name: '',
      use: 'castle',
      area_square_meters: 'viel',
      vacant_since: 'neulich',
    })
    expect(faults.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'required'],
      ['use', 'unknown-choice'],
      ['area_square_meters', 'no-number'],
      ['vacant_since', 'no-day'],
    ])
    expect(typed.area_square_meters).toBe('viel')
  })

  test('takes a place whole or not at all, and within the country', () => {
    const faultsOf = (place: Record<string, string>) => read('space', { ...SPACE, ...place }).faults
    expect(faultsOf({ lng: '7', lat: '51' })).toEqual([])
    expect(faultsOf({ lng: '7' })).toEqual([{ field: 'lat', code: 'required' }])
    expect(faultsOf({ lat: '51' })).toEqual([{ field: 'lng', code: 'required' }])
    expect(faultsOf({ lng: '2.3', lat: '48.8' })).toEqual([{ field: 'lng', code: 'outside-country' }])
    expect(faultsOf({ lng: 'west', lat: '48.8' })).toMatchObject([{ field: 'lng', code: 'no-number' }])
  })

  test('shows an entry so that reading it again changes nothing', () => {
    const entry = {
      ...SPACE,
      services: ['a', 'b'],
      step_free: false,
      area_square_meters: 40,
      vacant_since: '2025-09-01',
      vacant_since_precision: 'month',
      lng: 7.0022951234567,
      lat: 51,
    }
    for (const locale of ['de', 'en'] as const)
      expect(read('space', toFormValues(entry, locale)).fields).toMatchObject(entry)
    expect(toFormValues(entry, 'de').lng).toBe('7,0022951234567')
    expect(toFormValues(entry, 'en').lng).toBe('7.0022951234567')
    const business = { name: 'Studio', disclosure: 'exact', disciplines: ['design', 'art'], verified: true }
    expect(read('business', toFormValues(business, 'de')).fields).toMatchObject(business)
  })
})
