/** One reader per kind of value: what it takes comes back the same from every spelling, and it refuses by one kind of fault. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELDS } from '#lib/core/domain/fields/all-fields.ts'
import { readField } from '#lib/core/domain/fields/read-field.ts'
import { readChoice, readChoices } from '#lib/core/domain/values/choice-value.ts'
import { parseIsoDate, readDay } from '#lib/core/domain/values/day-value.ts'
import { readLink, readMailAddress } from '#lib/core/domain/values/link-value.ts'
import { parsePlainNumber, readNumber, readWholeNumber } from '#lib/core/domain/values/number-value.ts'
import { readList, readText } from '#lib/core/domain/values/text-value.ts'
import { ValueFault, type ValueProblem } from '#lib/core/domain/values/value-fault.ts'
import { readYesNo } from '#lib/core/domain/values/yes-no-value.ts'

function refusal(read: () => unknown): ValueProblem {
  try {
    read()
  } catch (fault) {
    if (fault instanceof ValueFault) return fault.problem
    throw fault
  }
  throw new Error('It was taken.')
}

test('whatever is given, a reader answers or refuses by a ValueFault, and takes again what it gave', () => {
  const given = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[-+0-9.,;| a-z@:/]{0,20}$/),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, null, true, 7, 'ja', '0', 'x'.repeat(5000)),
  )
  let taken = 0
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), given, (field, value) => {
      let read: ReturnType<typeof readField>
      try {
        read = readField(field, value)
      } catch (fault) {
        expect(fault).toBeInstanceOf(ValueFault)
        return
      }
      if (field.type === 'vague-day' || read[field.name] === null) return
      taken += 1
      expect(readField(field, read[field.name])).toEqual(read)
    }),
    { seed: 31, numRuns: 5000 },
  )
  expect(taken).toBeGreaterThan(500)
})

test('nothing is nothing, however it is written', () => {
  for (const nothing of [undefined, null, '', '  ', '\u0000'])
    for (const field of FIELDS) {
      const read = readField(field, nothing)[field.name]
      expect(Array.isArray(read) ? read : [read ?? []].flat(), field.name).toEqual([])
    }
})

test('numbers come back from both decimal signs', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
      const text = `${whole}.${String(part).padStart(3, '0')}`
      const bounds = [-9999, 9999] as const
      expect(readNumber(text, bounds)).toBe(Number(text))
      expect(readNumber(text.replace('.', ','), bounds)).toBe(Number(text))
      expect(readNumber(Number(whole), bounds)).toBe(whole)
      expect(readWholeNumber(whole, bounds)).toBe(whole)
    }),
    { seed: 32, numRuns: 300 },
  )
  expect(refusal(() => readNumber('51', [1, 50]))).toEqual({
    code: 'out-of-range',
    values: { text: '51', least: 1, most: 50 },
  })
  expect(refusal(() => readWholeNumber('2,5', [1, 50])).code).toBe('no-whole-number')
  expect(refusal(() => readNumber('9'.repeat(400), [1, 50])).code).toBe('no-number')
})

test('numbers of addresses have a point, and no more decimals than they may', () => {
  const parse = (text: string, decimals = 0) => parsePlainNumber(text, [0.5, 100], decimals)
  expect([parse('40'), parse('100'), parse('2.5', 1), parse('0.5', 1)]).toEqual([40, 100, 2.5, 0.5])
  for (const text of ['', '0', '101', '2.5', '1e1', '-1', '2,5', ' 4', '4.', '.5'])
    expect(parse(text)).toBeNull()
  expect([parse('2.55', 1), parse('0.4', 1)]).toEqual([null, null])
})

describe('days', () => {
  test('are read alike from an address and from a form, where both take them', () => {
    const text = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }))
    fc.assert(
      fc.property(text, ([year, month, day]) => {
        const iso = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
        const inAddress = parseIsoDate(iso)
        if (inAddress) expect(readDay(iso)).toBe(inAddress)
        else expect(refusal(() => readDay(iso)).code).toBe('no-such-day')
      }),
      { seed: 33, numRuns: 500 },
    )
  })

  test('are refused by what is wrong with them', () => {
    expect(refusal(() => readDay('31.02.2026'))).toEqual({
      code: 'no-such-day',
      values: { text: '31.02.2026', month: 2 },
    })
    expect(refusal(() => readDay('neulich')).code).toBe('no-day')
    expect(refusal(() => readDay('1899-12-31')).code).toBe('too-far-away')
    expect(refusal(() => readDay(20_261_124)).code).toBe('no-text')
  })
})

test('yes and no are the same in files, forms and JSON', () => {
  for (const yes of ['yes', 'ja', 'true', '1', 'JA', ' True ', true]) expect(readYesNo(yes)).toBe(true)
  for (const no of ['no', 'nein', 'false', '0', 'Nein', false]) expect(readYesNo(no)).toBe(false)
  for (const neither of ['y', 'on', '2']) expect(refusal(() => readYesNo(neither)).code).toBe('no-yes-or-no')
})

test('lists and codes are read from texts and arrays alike, each once', () => {
  const known = ['art', 'design', 'music'] as const
  expect(readChoices('design, ART;design|music', known)).toEqual(['design', 'art', 'music'])
  expect(readChoices(['design', 'art'], known)).toEqual(['design', 'art'])
  expect(refusal(() => readChoice('desing', known))).toEqual({
    code: 'unknown-choice',
    values: { text: 'desing', known },
  })
  const most = { mostParts: 2, maxLength: 5 }
  expect(readList('a, b,,a', most)).toEqual(['a', 'b'])
  // An array is split already.
  expect(readList(['a, b'], most)).toEqual(['a, b'])
  expect(refusal(() => readList('a,b,c', most)).code).toBe('too-many')
  expect(refusal(() => readList('abcdef', most)).code).toBe('too-long')
})

test('texts keep their line breaks only where they may be long', () => {
  expect(readText('a\r\nb\tc', 10)).toBe('a b c')
  expect(readText('a\r\nb\tc', 10, true)).toBe('a\nb c')
  expect(readText('a\uD800', 10)).toBe('a\uFFFD')
})

test('addresses lead where they say, and nowhere else', () => {
  expect(readLink('www.werkhof.example')).toBe('https://www.werkhof.example/')
  expect(refusal(() => readLink(`https://a.example/${'ä'.repeat(200)}`)).code).toBe('too-long')
  for (const text of ['javascript:alert(1)', 'https://user@a.example', 'werkhof'])
    expect(refusal(() => readLink(text)).code, text).toBe('no-web-address')
  expect(readMailAddress(' name@example.org ')).toBe('name@example.org')
  for (const text of ['name@example', 'a@b.de\nBcc: c@d.de', 'a@b.de, c@d.de', '<a@b.de>'])
    expect(refusal(() => readMailAddress(text)).code, text).toBe('no-mail-address')
})
