'use client'

/** What list and table show. */
import { useDeferredValue } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

/**
 * Snapshot, filter and scan, all of one moment. A filter's tick, its counts and the map come first: what is read here follows when the
 * browser has shown those, and `isBehind` until then.
 */
export function useResults() {
  const current = useExplorer(useShallow(({ snapshot, filter, scan }) => ({ snapshot, filter, scan })))
  const results = useDeferredValue(current)
  return { ...results, isBehind: results !== current }
}
