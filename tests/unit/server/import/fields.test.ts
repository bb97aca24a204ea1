import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay, readVagueDay } from '#lib/core/domain/values/day-value.ts'
import { readLink } from '#lib/core/domain/values/link-value.ts'
import { type Bounds, readNumber } from '#lib/core/domain/values/number-value.ts'
import { readYesNo } from '#lib/core/domain/values/yes-no-value.ts'
import { readTextCell as parseText, readCell } from '#lib/server/import/fields.ts'

/** The readers of values as a file meets them. */
const parseDay = (field: string, text: string) => readCell(field, text, readDay)
const parseVagueDay = (field: string, text?: string) => readCell(field, text, readVagueDay)
const parseYesNo = (field: string, text: string) => readCell(field, text, readYesNo)
const parseWebsite = (field: string, text: string) => readCell(field, text, readLink)
const parseNumber = (field: string, text: string, bounds: Bounds) =>
  readCell(field, text, (value) => readNumber(value, bounds))

describe('days', () => {
  test('every day of the calendar is read in both spellings, and no other', () => {
    const day = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    const pad = (number: number) => String(number).padStart(2, '0')
    fc.assert(
      fc.property(day, ([year, month, dayOfMonth]) => {
        const iso = `${year}-${pad(month)}-${pad(dayOfMonth)}`
        const exists = dayOfMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate()
        const read = (text: string) => () => parseDay('day', text)
        if (exists) {
          expect(read(iso)()).toBe(iso)
          expect(read(`${dayOfMonth}.${month}.${year}`)()).toBe(iso)
        } else {
          expect(read(iso)).toThrow('does not exist in the calendar')
          expect(read(`${dayOfMonth}.${month}.${year}`)).toThrow('does not exist in the calendar')
        }
      }),
      { seed: 5, numRuns: 500 },
    )
  })

  test.each(['31.02.2026', '2026-02-31', '2025-02-29', '0.1.2026', '2026-00-10'])('%s', (text) => {
    expect(() => parseDay('confirmed_on', text)).toThrow('does not exist')
  })
  test.each(['yesterday', '2026/01/01', '01.02.26', '24-11-2026'])('%s is no day', (text) => {
    expect(() => parseDay('confirmed_on', text)).toThrow('is not a date')
  })
  test('a month or a year keeps its precision', () => {
    expect(parseVagueDay('since', '2026')).toEqual({ day: '2026-01-01', precision: 'year' })
    expect(parseVagueDay('since', '2026-11')).toEqual({ day: '2026-11-01', precision: 'month' })
    expect(parseVagueDay('since', '3.11.2026')).toEqual({ day: '2026-11-03', precision: 'day' })
    expect(parseVagueDay('since', undefined)).toBeNull()
  })
})

test('texts lose control characters and blanks, and are measured', () => {
  expect(parseText('name', '  A\u0000\tB\r\nC ', 10)).toBe('A B C')
  expect(() => parseText('name', 'A\uD800', 10)).toThrow('half a character')
  expect(() => parseText('name', 'x'.repeat(11), 10)).toThrow('11 characters are too many')
})

test.each([
  ['12,5', 12.5],
  ['-3', -3],
  ['', null],
])('the number "%s"', (text, expected) => expect(parseNumber('n', text, [-5, 20])).toBe(expected))
test.each(['1e3', '1.234,5', '12 m', 'NaN', '21'])('no number here: "%s"', (text) =>
  expect(() => parseNumber('n', text, [-5, 20])).toThrow(),
)

test('yes and no in both languages', () => {
  expect(['Ja', 'yes', '1', 'TRUE'].map((text) => parseYesNo('x', text))).toEqual([true, true, true, true])
  expect(['nein', 'No', '0', 'false'].map((text) => parseYesNo('x', text))).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('links are http or https, and nothing that runs', () => {
  expect(parseWebsite('website', 'example.org/ä')).toBe('https://example.org/%C3%A4')
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'http://u:p@example.org',
    'nolink',
    'https://',
  ])
    expect(() => parseWebsite('website', text), text).toThrow('is not a web address')
})
