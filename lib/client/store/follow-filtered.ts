/** What is worked out of the filtered entries while a switch is on: again when filter or parameters are others, the former work given up. */
import type { StoreApi } from 'zustand'
import type { Kind } from '#lib/core/domain/entry.ts'
import { useExplorer } from './explorer-store.ts'
import type { LoadedSnapshot } from './load-snapshot.ts'

export type Switch = { isOn: boolean; isWorking: boolean; hasFailed: boolean }

/** Which entries it is about: what the map draws, whether in view or not, so that the answer holds still while somebody moves the map. */
type Filtered = { snapshot: LoadedSnapshot; mask: Uint8Array; kind: Kind | null }

export type FilteredWork<State extends Switch> = {
  /** What of the state the answer rests on besides, compared one by one. */
  restsOn(state: State): readonly unknown[]
  /** Gives the change of the state; while `signal` is aborted nobody waits for it. */
  work(filtered: Filtered, state: State, signal: AbortSignal): Promise<Partial<State>>
  /** The change where nothing is asked and where the work failed. */
  none: Partial<State>
}

type Asked = { filtered: Filtered; besides: readonly unknown[] }

/** Follows until the returned function is called. */
export function followFiltered<State extends Switch>(
  store: StoreApi<State>,
  { restsOn, work, none }: FilteredWork<State>,
): () => void {
  let seen: Asked | null = null
  let current = new AbortController()
  const set = (status: Partial<Switch>, change: Partial<State> = {}) =>
    store.setState({ ...change, ...status } as Partial<State>)

  async function update(): Promise<void> {
    const state = store.getState()
    if (!state.isOn) return giveUp()
    const filtered = readFiltered()
    if (!filtered) return
    const asked = { filtered, besides: restsOn(state) }
    if (isSame(asked, seen)) return
    seen = asked
    current.abort()
    current = new AbortController()
    const { signal } = current
    set({ isWorking: true, hasFailed: false })
    try {
      const change = await work(filtered, state, signal)
      if (!signal.aborted) set({ isWorking: false }, change)
    } catch (fault) {
      if (signal.aborted) return
      console.error(fault)
      set({ isWorking: false, hasFailed: true }, none)
    }
  }

  function giveUp(): void {
    if (!seen) return
    current.abort()
    seen = null
    set({ isWorking: false }, none)
  }

  void update()
  const stops = [useExplorer.subscribe(update), store.subscribe(update)]
  return () => {
    for (const stop of stops) stop()
    giveUp()
  }
}

function readFiltered(): Filtered | null {
  const { snapshot, scan, filter } = useExplorer.getState()
  return snapshot && scan && { snapshot, mask: scan.mapMask, kind: filter.kind }
}

function isSame({ filtered, besides }: Asked, other: Asked | null): boolean {
  if (!other || filtered.snapshot !== other.filtered.snapshot || filtered.kind !== other.filtered.kind)
    return false
  if (!besides.every((value, place) => Object.is(value, other.besides[place]))) return false
  const [mask, before] = [filtered.mask, other.filtered.mask]
  return mask === before || mask.every((bit, rank) => bit === before[rank])
}
