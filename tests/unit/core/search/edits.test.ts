import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf, mayBeNear, measureEdits, TOO_FAR } from '#lib/core/search/edits.ts'

test.each([
  ['druck', 'druck', 0, 'start'],
  ['druck', 'siebdruck', 0, 'inside'],
  ['drukc', 'druckerei', 1, 'start'],
  ['drukc', 'siebdruck', 1, 'inside'],
  ['atelir', 'atelier', 1, 'start'],
  ['ateliier', 'atelier', 1, 'start'],
  ['stuido', 'studio', 1, 'start'],
  ['gallerei', 'galerie', 2, 'start'],
] as const)('%s is near %s', (asked, word, edits, at) => {
  expect(measureEdits(asked, word, 2)).toEqual({ edits, at })
})

test('what is farther than the limit is too far', () => {
  expect(measureEdits('keramik', 'musik', 2).edits).toBe(TOO_FAR)
})

const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 9 })

test('a part of a word is at no distance, and one wrong letter is at most one', () => {
  fc.assert(
    fc.property(word, word, word, fc.nat(), (before, asked, after, place) => {
      const whole = before + asked + after
      expect(measureEdits(asked, whole, 2).edits).toBe(0)
      const at = place % asked.length
      const wrong = `${asked.slice(0, at)}x${asked.slice(at + 1)}`
      expect(measureEdits(wrong, whole, 2).edits).toBeLessThanOrEqual(1)
    }),
    { seed: 2014 },
  )
})

test('the letters never rule out what is near', () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (asked, other, limit) => {
      const isNear = measureEdits(asked, other, limit).edits <= limit
      expect(isNear && !mayBeNear(lettersOf(asked), lettersOf(other), limit)).toBe(false)
    }),
    { seed: 2014, numRuns: 1000 },
  )
})
