/** The explorer's state: filter, camera, selection and the loaded snapshot. Map and panels meet only here. */
import { create } from 'zustand'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import type { Place } from '#lib/core/domain/place.ts'
import { type Scan, scanEntries } from '#lib/core/geo/select/scan.ts'
import { searchTexts } from '#lib/core/search/search-texts.ts'
import { changeFilter, type Filter, isSameFilter, NO_FILTER } from '#lib/core/view/filter.ts'
import { NEAREST, type Order } from '#lib/core/view/order.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { type LoadedSnapshot, loadSnapshot } from './load-snapshot.ts'

export type ExplorerState = {
  filter: Filter
  order: Order
  /** Whether the entries are shown as a table instead of a list. */
  isTable: boolean
  /** Null until somebody moves the map or a link says where it stands. */
  camera: Camera | null
  /** Where nearness is measured from: the middle of the map, which holds while a card is open, so that the list stays still. */
  middle: Pick<Camera, 'lng' | 'lat'> | null
  /** What the map shows; null while there is none. */
  view: Bbox | null
  /** Rank of the entry whose card is open. */
  selected: number | null
  /** Ranks of the place whose list is open. */
  listed: readonly number[] | null
  /** The address or street that somebody looked for, pinned to the map. */
  place: Place | null
  snapshot: LoadedSnapshot | null
  scan: Scan | null
  failed: boolean
  /** Names the entry that a link opens, until the snapshot says its rank. */
  linked: string | null
  /** Loads the current snapshot, or the version that the page knows; an open card stays open where the entry is still there. */
  load(known?: string | null): Promise<void>
  /** As `changeFilter` has it. */
  setFilter(change: Partial<Filter>): void
  /** Takes over what a link says, all at once; a slug is looked up now or when the snapshot comes. */
  follow(link: Link): void
  setOrder(order: Order): void
  setTable(isTable: boolean): void
  setCamera(camera: Camera): void
  setView(view: Bbox): void
  select(rank: number | null): void
  /** Selects the entry of a slug, where the snapshot has it. */
  open(slug: string): void
  list(ranks: readonly number[] | null): void
  /** Pins a place and closes the cards; null takes the pin away. */
  pin(place: Place | null): void
}

/** What an address says. */
type Link = {
  filter: Filter
  order: Order
  isTable: boolean
  camera: Camera | null
  slug: string | null
}

export const useExplorer = create<ExplorerState>()((set, get) => ({
  filter: NO_FILTER,
  order: NEAREST,
  isTable: false,
  camera: null,
  middle: null,
  view: null,
  selected: null,
  listed: null,
  place: null,
  snapshot: null,
  scan: null,
  failed: false,
  linked: null,
  load: async (known) => {
    try {
      const snapshot = await loadSnapshot(known)
      const { snapshot: before, selected, linked } = get()
      if (before?.version === snapshot.version) return set({ failed: false })
      const slug = selected === null ? linked : before?.texts.slugs[selected]
      const state = {
        snapshot,
        selected: findRank(snapshot, slug),
        linked: null,
        listed: null,
        failed: false,
      }
      set({ ...state, scan: toScan({ ...get(), ...state }) })
    } catch (fault) {
      console.error(fault)
      set({ failed: true })
    }
  },
  setFilter: (change) => {
    const filter = changeFilter(get().filter, change)
    set({ filter, listed: null, scan: toScan({ ...get(), filter }) })
  },
  follow: ({ filter: asked, order, isTable, camera, slug }) => {
    const { snapshot, filter: before } = get()
    // The same filter stays the same object, so that a list that depends on it stays where it is.
    const filter = isSameFilter(asked, before) ? before : asked
    const selected = snapshot && findRank(snapshot, slug)
    const state = { filter, order, isTable, selected, linked: snapshot ? null : slug, listed: null }
    // With a card open nearness is measured from where it was, except for anyone who comes with the link.
    const middle = selected === null ? camera : null
    set({
      ...state,
      ...(camera && { camera }),
      ...(middle && { middle }),
      scan: toScan({ ...get(), ...state }),
    })
  },
  setOrder: (order) => set({ order }),
  setTable: (isTable) => set({ isTable }),
  setCamera: (camera) => set(get().selected === null ? { camera, middle: camera } : { camera }),
  setView: (view) => set({ view, scan: toScan({ ...get(), view }) }),
  select: (selected) => set({ selected }),
  open: (slug) => {
    const { snapshot } = get()
    if (snapshot) set({ selected: findRank(snapshot, slug) })
  },
  list: (listed) => set({ listed, selected: null }),
  pin: (place) => set(place ? { place, selected: null, listed: null } : { place }),
}))

/** Null for a slug that is not in the snapshot. */
function findRank({ texts }: LoadedSnapshot, slug: string | null | undefined): number | null {
  const rank = texts.slugs.indexOf(slug ?? '')
  return rank < 0 ? null : rank
}

function toScan({ snapshot, filter, view }: ExplorerState): Scan | null {
  if (!snapshot) return null
  const { points, texts } = snapshot
  const found = searchTexts(snapshot, filter.query)
  const recentSinceDay = recentSince(toDay(new Date()))
  return scanEntries({ points, texts, filter, found, view, recentSinceDay })
}
