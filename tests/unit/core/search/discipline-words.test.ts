import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import { wordsOfDiscipline, wordsOfEntry } from '#lib/core/search/discipline-words.ts'
import { splitWords } from '#lib/core/search/fold.ts'
import { searchTexts } from '#lib/core/search/search-texts.ts'
import { toCategoryByte } from '#lib/core/snapshot/format.ts'
import { toSecondaryMask } from '#tests/support/secondary-mask.ts'
import { toTexts } from '#tests/support/snapshot.ts'

/** They join words and say nothing. */
const JOINTS = ['und', 'and']

const rows = [
  { disciplines: ['music'] as const },
  { disciplines: ['design', 'music', 'software-games'] as const },
  { disciplines: [] as const, use: 'workshop' as const },
  { disciplines: ['performing-arts'] as const },
]
const points = {
  discipline: Uint8Array.from(rows, toCategoryByte),
  secondaryMask: Uint16Array.from(rows, ({ disciplines }) => toSecondaryMask(disciplines)),
}
const texts = toTexts([
  { name: 'Klangwerk' },
  { name: 'Formstube', district: 'Opladen' },
  { name: 'Halle' },
  { name: 'Bühne' },
])
const find = (query: string) =>
  [...(searchTexts({ texts, points }, query) ?? [])].flatMap((byte, rank) => (byte ? [rank] : []))

describe('disciplines are found by their names', () => {
  test.each([
    ['Musik', [0, 1]],
    ['music', [0, 1]],
    ['musikwirtschaft', [0, 1]],
    ['musk', [0, 1]],
    ['musik opladen', [1]],
    ['games', [1]],
    ['Designwirtschaft', [1]],
    ['darstellende kuenste', [3]],
    ['performing arts', [3]],
  ])('"%s" finds %j, in either language', (query, ranks) => {
    expect(find(query)).toEqual(ranks)
  })

  test('a space has no discipline', () => expect(wordsOfEntry(points, 2)).toBe(''))

  test.each(DISCIPLINES)('the words of %s hold every word of the names that are shown', (code) => {
    const words = splitWords(wordsOfDiscipline(code))
    const shown = [de, en].flatMap((messages) => splitWords(messages.disciplines[code]))
    const known = words.map((word) => word.toLowerCase())
    for (const word of shown.map((one) => one.toLowerCase()))
      if (!JOINTS.includes(word)) expect(known).toContain(word)
  })
})
