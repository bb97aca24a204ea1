/** The first entries of a filter and an order, for a list that can be read before any script has run. */

import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { type ListedEntry, toListedEntry } from '#lib/core/domain/listed-entry.ts'
import { type OrderInput, orderRanks } from '#lib/core/geo/select/order-ranks.ts'
import { type Filter, parseFilter } from '#lib/core/view/filter.ts'
import { parseOrder } from '#lib/core/view/order.ts'
import { parseCamera } from '#lib/core/view/view.ts'
import { readCity } from '#lib/server/city.ts'
import { scanSnapshot } from './scan-snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { readSnapshot } from './snapshot-cache.ts'

const FIRST_ENTRIES = 50

export type FirstResults = {
  entries: ListedEntry[]
  matching: number
  unplaced: number
  unknown: number
  total: number
}

/** Up to `limit` entries as the list shows them before the map has a view. */
export function selectFirstResults(
  snapshot: Snapshot,
  filter: Filter,
  listing: Pick<OrderInput, 'order' | 'middle' | 'locale'>,
  limit: number,
): FirstResults {
  const { entries, places: points, columns: texts } = snapshot
  const recentSinceDay = recentSince(toDay(new Date()))
  const scan = scanSnapshot(snapshot, filter, { view: null, recentSinceDay })
  const { mask, matching, unplaced, unknown, ofKind } = scan
  const ranks = orderRanks({ points, texts, mask, ...listing }, 0, limit)
  const first = ranks.flatMap((rank) => entries[rank] ?? [])
  return { entries: first.map(toListedEntry), matching, unplaced, unknown, total: ofKind }
}

/** The first results that an address asks for; null while the database has never answered. */
export async function readFirstResults(asked: URLSearchParams, locale: string): Promise<FirstResults | null> {
  const snapshot = await readSnapshot().catch(() => null)
  const middle = parseCamera(asked.get('c')) ?? readCity().camera
  const listing = { order: parseOrder(asked.get('o')), middle, locale }
  return snapshot && selectFirstResults(snapshot, parseFilter(asked), listing, FIRST_ENTRIES)
}
