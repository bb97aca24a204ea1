import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPictureText } from '#lib/core/style/picture-text.ts'

test('a picture`s text is short and made of letters that our faces have', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 1, max: 100 }),
      (text, length) => {
        const shown = toPictureText(text, length, 'Design')
        expect(shown).toMatch(/^[\u0020-\u024f\u2010-\u20ff]+$/)
        expect(shown === 'Design' || shown.length <= length).toBe(true)
      },
    ),
    { seed: 7, numRuns: 500 },
  )
  expect(toPictureText('Müller & Söhne – „Łódź“', 60, '')).toBe('Müller & Söhne – „Łódź“')
  expect(toPictureText('東京 スタジオ 🎨', 60, 'Design')).toBe('Design')
  expect(toPictureText('Studio 東京', 60, 'Design')).toBe('Studio')
})
