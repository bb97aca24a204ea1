'use client'

/** What stands in the results' place until the snapshot has come. */
import { type ReactNode, useDeferredValue } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

export function UntilLoaded({ children }: { children: ReactNode }) {
  return useIsLoaded() ? null : children
}

/** Whether the results of the snapshot are shown. They are drawn piece by piece: a slow phone stays open to what is pressed. */
export function useIsLoaded(): boolean {
  return useDeferredValue(useExplorer((state) => state.snapshot !== null))
}
