/** The switch "groups", what DBSCAN found among the filtered businesses, and which group somebody asked to see. */
import { create } from 'zustand'
import type { Areas, DistrictPoints } from '#lib/geo/areas.ts'
import type { Groups } from '#lib/geo/groups.ts'
import { tasks } from '#lib/worker/client.ts'
import { useExplorer } from './explorer-store.ts'
import type { LoadedSnapshot } from './load-snapshot.ts'

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

/** Which businesses groups are sought among. */
type Question = { snapshot: LoadedSnapshot; mask: Uint8Array }

/** Seeks groups whenever the switch is on and the filter lets other entries through; returns what ends it. */
export function followFilter(): () => void {
  let seen: Question | null = null
  let current = new AbortController()

  async function update(): Promise<void> {
    const { snapshot, scan } = useExplorer.getState()
    const { isOn } = useGroups.getState()
    if (!isOn) return give(null)
    if (!snapshot || !scan) return
    // The mask of the map, whatever is in view: groups hold still while somebody moves the map.
    const question = { snapshot, mask: scan.mapMask }
    if (isSame(question, seen)) return
    give(question)
    const { signal } = current
    useGroups.setState({ isWorking: true, hasFailed: false })
    try {
      const points = toBusinesses(question)
      const groups = await tasks.run('findGroups', [points], signal)
      useGroups.setState({ groups, isWorking: false })
    } catch (fault) {
      if (signal.aborted) return
      console.error(fault)
      useGroups.setState({ groups: null, isWorking: false, hasFailed: true })
    }
  }

  /** Whatever runs for another question is given up. */
  function give(question: Question | null): void {
    if (question === seen) return
    current.abort()
    current = new AbortController()
    seen = question
    if (!question) useGroups.setState({ groups: null, isWorking: false })
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

function isSame({ snapshot, mask }: Question, other: Question | null): boolean {
  if (snapshot !== other?.snapshot) return false
  return mask === other.mask || mask.every((bit, rank) => bit === other.mask[rank])
}

/** Places and districts of the businesses that a mask lets through. */
function toBusinesses({ snapshot: { points, texts }, mask }: Question): DistrictPoints {
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
