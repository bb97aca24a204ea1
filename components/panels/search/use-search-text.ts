/** The text of the search box: what is being typed, else the pinned place, else the filter's query. */
import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useEffect, useState } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

/** Letters show at once; the filter follows when the browser has time, so that fast typing is never held up by it. */
export function useSearchText() {
  const linked = useSearchParams().get('q') ?? ''
  const query = useExplorer((state) => (state.snapshot ? state.filter.query : null))
  const place = useExplorer((state) => state.place)
  const setFilter = useExplorer((state) => state.setFilter)
  const pin = useExplorer((state) => state.pin)
  const [typed, setTyped] = useState<string | null>(null)
  const settled = useDeferredValue(typed)
  useEffect(() => {
    if (settled === null) return
    pin(null)
    setFilter({ query: settled })
    setTyped((current) => (current === settled ? null : current))
  }, [settled, setFilter, pin])
  return {
    text: typed ?? place?.label ?? query ?? linked,
    type: setTyped,
    /** What is still on its way to the filter is called off. */
    forget: () => setTyped(null),
  }
}
