/** The first entries of a filter and an order, for a list that can be read before any script has run. */

import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { type ListedEntry, toListedEntry } from '#lib/core/domain/listed-entry.ts'
import { type OrderInput, orderRanks } from '#lib/core/geo/select/order-ranks.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import { scanSnapshot } from './scan-snapshot.ts'
import type { Snapshot } from './snapshot.ts'

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
