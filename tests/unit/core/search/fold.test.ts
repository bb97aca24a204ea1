import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldEntryWord, readQuery } from '#lib/core/search/fold.ts'

describe('fold', () => {
  test.each([
    ['Müller', 'Mueller', 'MULLER'],
    ['Größe', 'Groesse', 'grösse'],
    ['Bär', 'baer', 'BAR'],
    ['Café', 'CAFE', 'cafe\u0301'],
  ])('%s, %s and %s are one', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1)
  })

  test.each([
    ['Neue', 'neue'],
    ['Bauelement', 'bauelement'],
    ['Quelle', 'quelle'],
  ])('the letters of %s are no umlaut', (word, folded) => {
    expect(fold(word)).toBe(folded)
  })

  test('folding twice changes what is folded no more than a beginning of a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeouäöüßsq') }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text))
      }),
      { seed: 2014 },
    )
  })
})

test('a street of the register stands in full, so that its short form is a beginning of it', () => {
  expect(foldEntryWord('Hauptstr')).toBe('hauptstrasse')
  expect(foldEntryWord('Hauptstraße')).toBe('hauptstrasse')
})

test('a query is its different words, without signs', () => {
  expect(readQuery(' Kölner Str. 12a, kölner! ')).toEqual(['kolner', 'str', '12a'])
  expect(readQuery('– !')).toEqual([])
  expect(readQuery('a'.repeat(500))[0]).toHaveLength(60)
})
