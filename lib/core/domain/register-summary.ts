/** What a register holds, in figures that add up: each business counts once, by its primary discipline. */
import { DISCIPLINES, type Discipline } from './discipline.ts'
import { SPACE_USES, type SpaceUse } from './entry.ts'
import type { Entry } from './fields/field-values.ts'
import { recentSince, toDay } from './freshness.ts'

export type RegisterSummary = {
  businesses: number
  spaces: number
  /** Those without a shown place. */
  unplaced: number
  /** In the official order; none that is empty. */
  byDiscipline: { discipline: Discipline; entries: number }[]
  byUse: { use: SpaceUse; entries: number }[]
  /** By name; null, for no shown district, comes last. */
  byDistrict: { district: string | null; businesses: number; spaces: number }[]
  /** Confirmed within the last year, longer ago, never. */
  recent: number
  aged: number
  unconfirmed: number
  /** Entries per source's key. */
  bySource: ReadonlyMap<string, number>
}

/** Counts all entries on a day (days since 1970). */
export function summarizeRegister(entries: readonly Entry[], today: number): RegisterSummary {
  const days = entries.map(({ confirmedOn }) => toDay(confirmedOn))
  const since = recentSince(today)
  const districts = countBy(entries, ({ district }) => district)
  const spacesIn = countBy(entries, ({ kind, district }) => (kind === 'space' ? district : undefined))
  const disciplines = countBy(entries, (entry) => entry.disciplines[0])
  const uses = countBy(entries, ({ use }) => use ?? undefined)
  const spaces = entries.filter(({ kind }) => kind === 'space').length
  return {
    businesses: entries.length - spaces,
    spaces,
    unplaced: entries.filter(({ lng }) => lng === null).length,
    byDiscipline: DISCIPLINES.flatMap((discipline) => {
      const count = disciplines.get(discipline)
      return count ? { discipline, entries: count } : []
    }),
    byUse: SPACE_USES.flatMap((use) => {
      const count = uses.get(use)
      return count ? { use, entries: count } : []
    }),
    byDistrict: [...districts]
      .map(([district, all]) => ({
        district,
        businesses: all - (spacesIn.get(district) ?? 0),
        spaces: spacesIn.get(district) ?? 0,
      }))
      .sort((a, b) => compareNames(a.district, b.district)),
    recent: days.filter((day) => day >= since).length,
    aged: days.filter((day) => day > 0 && day < since).length,
    unconfirmed: days.filter((day) => day === 0).length,
    bySource: countBy(entries, ({ sourceKey }) => sourceKey),
  }
}

/** Counts per key; an entry whose key is undefined does not count. */
function countBy<Key>(entries: readonly Entry[], toKey: (entry: Entry) => Key | undefined): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const entry of entries) {
    const key = toKey(entry)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a.localeCompare(b, 'de')
}
