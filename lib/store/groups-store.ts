/** The switch "groups", what DBSCAN found among the filtered businesses, and which group somebody asked to see. */
import { create } from 'zustand'
import type { Areas } from '#lib/geo/areas.ts'
import type { Groups } from '#lib/geo/groups.ts'
import type { SnapshotPoints, SnapshotTexts } from '#lib/snapshot/format.ts'
import { tasks } from '#lib/worker/client.ts'
import { useExplorer } from './explorer-store.ts'

export type GroupsState = {
  isOn: boolean
  /** Null until they are found; the former ones stay while new ones are sought. */
  groups: Groups | null
  isWorking: boolean
  hasFailed: boolean
  /** The group to bring into view; a new object for each wish. */
  shown: Areas['features'][number] | null
  turn(isOn: boolean): void
  show(area: Areas['features'][number]): void
}

export const useGroups = create<GroupsState>()((set) => ({
  isOn: false,
  groups: null,
  isWorking: false,
  hasFailed: false,
  shown: null,
  turn: (isOn) => set({ isOn, shown: null }),
  show: (area) => set({ shown: { ...area } }),
}))

/** Seeks groups whenever the switch is on and the filter lets other entries through; returns what ends it. */
export function followFilter(): () => void {
  let seen: Uint8Array | null = null
  let current = new AbortController()

  async function update(): Promise<void> {
    const { snapshot, scan } = useExplorer.getState()
    const { isOn } = useGroups.getState()
    if (!isOn) return give(null)
    // The mask of the map, whatever is in view: groups hold still while somebody moves the map.
    if (!snapshot || !scan || isEqual(scan.mapMask, seen)) return
    give(scan.mapMask)
    const { signal } = current
    useGroups.setState({ isWorking: true, hasFailed: false })
    try {
      const points = toBusinesses(snapshot, scan.mapMask)
      const groups = await tasks.run('findGroups', [points], signal)
      useGroups.setState({ groups, isWorking: false })
    } catch (fault) {
      if (signal.aborted) return
      console.error(fault)
      useGroups.setState({ groups: null, isWorking: false, hasFailed: true })
    }
  }

  /** Whatever runs for another mask is given up. */
  function give(mask: Uint8Array | null): void {
    if (mask === seen) return
    current.abort()
    current = new AbortController()
    seen = mask
    if (!mask) useGroups.setState({ groups: null, isWorking: false })
  }

  void update()
  const stops = [
    useExplorer.subscribe(update),
    useGroups.subscribe(({ isOn }, before) => {
      if (isOn !== before.isOn) void update()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    give(null)
  }
}

function isEqual(mask: Uint8Array, other: Uint8Array | null): boolean {
  return mask.length === other?.length && mask.every((bit, rank) => bit === other[rank])
}

/** Places and districts of the businesses that a mask lets through. */
function toBusinesses({ points, texts }: { points: SnapshotPoints; texts: SnapshotTexts }, mask: Uint8Array) {
  const ranks: number[] = []
  for (let rank = 0; rank < points.locatedCount; rank++)
    if (mask[rank] && points.kind[rank] === 0) ranks.push(rank)
  return {
    lng: Float64Array.from(ranks, (rank) => points.lng[rank] ?? 0),
    lat: Float64Array.from(ranks, (rank) => points.lat[rank] ?? 0),
    districts: Int32Array.from(ranks, (rank) => texts.districts[rank] ?? -1),
    districtNames: texts.districtNames,
  }
}
