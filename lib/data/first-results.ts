/** The first entries of a filter, for a list that can be read before any script has run. */
import type { Entry } from '#lib/domain/entry.ts'
import type { Filter } from '#lib/domain/filter.ts'
import { recentSince, toDay } from '#lib/domain/freshness.ts'
import type { EntryMark, ListedEntry } from '#lib/domain/listed-entry.ts'
import { scanEntries } from '#lib/geo/scan.ts'
import { searchTexts } from '#lib/search/search-texts.ts'
import { decodePoints } from '#lib/snapshot/decode.ts'
import { readSnapshot } from './snapshot-cache.ts'

export type FirstResults = { entries: ListedEntry[]; matching: number; total: number }

/** Up to `limit` entries in the order of the list; null while the database has never answered. */
export async function readFirstResults(filter: Filter, limit: number): Promise<FirstResults | null> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return null
  const { columns: texts } = snapshot
  const { mask, matching, ofKind } = scanEntries({
    points: decodePoints(snapshot.points.plain),
    texts,
    filter,
    found: searchTexts(texts, filter.query),
    view: null,
    recentSinceDay: recentSince(toDay(new Date())),
  })
  const entries = snapshot.entries.filter((_, rank) => mask[rank]).slice(0, limit)
  return { entries: entries.map(toListedEntry), matching, total: ofKind }
}

function toListedEntry(entry: Entry): ListedEntry {
  const { slug, name, district, services, confirmedOn } = entry
  return {
    slug,
    name,
    mark: toMark(entry),
    district: district ?? '',
    services,
    confirmedDay: toDay(confirmedOn),
  }
}

function toMark({ disciplines, use, state }: Entry): EntryMark {
  const [discipline] = disciplines
  return discipline ? { kind: 'business', discipline, state } : { kind: 'space', use: use ?? 'shop', state }
}
