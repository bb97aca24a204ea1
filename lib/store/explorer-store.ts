/** The explorer's state: filter, camera, selection and the loaded snapshot. Map and panels meet only here. */
import { create } from 'zustand'
import { type Filter, NO_FILTER } from '#lib/domain/filter.ts'
import type { Camera } from '#lib/domain/view.ts'
import { type Scan, scanEntries, searchTexts } from '#lib/geo/mask.ts'
import { type LoadedSnapshot, loadSnapshot } from './load-snapshot.ts'

export type ExplorerState = {
  filter: Filter
  /** Null until somebody moves the map or a link says where it stands. */
  camera: Camera | null
  /** Rank of the entry whose card is open. */
  selected: number | null
  /** Ranks of the place whose list is open. */
  listed: readonly number[] | null
  snapshot: LoadedSnapshot | null
  scan: Scan | null
  failed: boolean
  /** Loads the current snapshot; an open card stays open where the entry is still there. */
  load(): Promise<void>
  setFilter(change: Partial<Filter>): void
  setCamera(camera: Camera): void
  select(rank: number | null): void
  list(ranks: readonly number[] | null): void
}

export const useExplorer = create<ExplorerState>()((set, get) => ({
  filter: NO_FILTER,
  camera: null,
  selected: null,
  listed: null,
  snapshot: null,
  scan: null,
  failed: false,
  load: async () => {
    try {
      const snapshot = await loadSnapshot()
      const { filter, snapshot: before, selected } = get()
      if (before?.version === snapshot.version) return
      const slug = selected === null ? undefined : before?.texts.slugs[selected]
      const scan = toScan(snapshot, filter)
      set({ snapshot, scan, selected: findRank(snapshot, slug), listed: null, failed: false })
    } catch (fault) {
      console.error(fault)
      set({ failed: true })
    }
  },
  setFilter: (change) => {
    const { snapshot, filter: before } = get()
    const filter = { ...before, ...change }
    set({ filter, listed: null, scan: snapshot && toScan(snapshot, filter) })
  },
  setCamera: (camera) => set({ camera }),
  select: (selected) => set({ selected }),
  list: (listed) => set({ listed, selected: null }),
}))

/** The rank of an entry in a snapshot; null for a slug that is not in it. */
export function findRank({ texts }: LoadedSnapshot, slug: string | null | undefined): number | null {
  const rank = texts.slugs.indexOf(slug ?? '')
  return rank < 0 ? null : rank
}

function toScan({ points, texts }: LoadedSnapshot, filter: Filter): Scan {
  return scanEntries(points, filter, searchTexts(texts, filter.query))
}
