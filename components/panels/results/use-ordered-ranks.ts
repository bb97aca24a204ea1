'use client'

/** The ranks of one page of the results, in the order that the visitor chose. */
import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { LoadedSnapshot } from '#lib/client/store/load-snapshot.ts'
import { orderRanks } from '#lib/core/geo/select/order-ranks.ts'
import type { Scan } from '#lib/core/geo/select/scan.ts'
import type { Camera } from '#lib/core/view/view.ts'

const NO_RANKS: number[] = []

type Results = { snapshot: LoadedSnapshot | null; scan: Scan | null }

/** Positions from `start` up to `end` (not included); nearness is measured from `home` until the map has been moved. */
export function useOrderedRanks(
  { snapshot, scan }: Results,
  home: Camera,
  start: number,
  end: number,
): number[] {
  const locale = useLocale()
  const mask = scan?.mask
  const order = useExplorer((state) => state.order)
  // Other orders do not look at the map: its movement leaves them as they are.
  const middle = useExplorer((state) => (state.order.by === 'near' ? state.middle : null)) ?? home
  return useMemo(
    () =>
      snapshot && mask ? orderRanks({ ...snapshot, mask, order, middle, locale }, start, end) : NO_RANKS,
    [snapshot, mask, order, middle, locale, start, end],
  )
}
