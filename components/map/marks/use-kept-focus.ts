/** Keeps the focus among the marks when they split or merge: it goes to the mark that holds the same entry. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useMapStage } from '#components/map/map-stage.ts'
import type { MapItem } from '#lib/core/geo/map/map-clusters.ts'

type KeptFocus = {
  /** Position of the mark that has the focus, had it last, or is the first to get it. */
  current: number
  focus(item: MapItem): void
  blur(): void
}

/** The row's buttons are those of the items, in their order. */
export function useKeptFocus(items: readonly MapItem[], row: RefObject<HTMLElement | null>): KeptFocus {
  const [rank, setRank] = useState<number | null>(null)
  const isFocused = useRef(false)
  const current = Math.max(
    0,
    items.findIndex((item) => rank !== null && item.ranks.includes(rank)),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new items take buttons away
  useLayoutEffect(() => {
    if (isFocused.current && document.activeElement === document.body)
      row.current?.querySelectorAll('button')[current]?.focus({ preventScroll: true })
  }, [items])
  return {
    current,
    focus: (item) => {
      isFocused.current = true
      setRank(item.ranks[0] ?? null)
      useMapStage.setState({ pointed: item })
    },
    blur: () => {
      isFocused.current = false
      useMapStage.setState({ pointed: null })
    },
  }
}
