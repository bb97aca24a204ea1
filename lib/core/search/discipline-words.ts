/** What a discipline is called, in both languages, short and official: anyone who types one of these words finds its entries. */
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import words from '#lib/core/i18n/messages/discipline-words.json' with { type: 'json' }
import { type SnapshotPoints, USE_OFFSET } from '#lib/core/snapshot/format.ts'

/** The columns that say which disciplines an entry has. */
export type DisciplineColumns = Pick<SnapshotPoints, 'discipline' | 'secondaryMask'>

/** The words of one discipline, parted by blanks. */
export function wordsOfDiscipline(code: Discipline): string {
  return words[code]
}

/** The words of all disciplines of an entry, the primary one first; '' for a space. */
export function wordsOfEntry({ discipline, secondaryMask }: DisciplineColumns, rank: number): string {
  const primary = discipline[rank] ?? USE_OFFSET
  const mask = secondaryMask[rank] ?? 0
  if (primary >= USE_OFFSET) return ''
  if (mask === 0) return WORDS[primary] ?? ''
  return [WORDS[primary], ...WORDS.filter((_, code) => mask & (1 << code))].join(' ')
}

const WORDS = DISCIPLINES.map(wordsOfDiscipline)
