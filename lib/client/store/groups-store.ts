/** The switch "groups", what DBSCAN found among the filtered businesses, and which group somebody asked to see. */
import { create } from 'zustand'
import { tasks } from '#lib/client/worker/client.ts'
import type { AreaName } from '#lib/core/domain/area-name.ts'
import type { Areas } from '#lib/core/geo/areas/areas.ts'
import type { Groups } from '#lib/core/geo/areas/groups.ts'
import { pickPlaces } from '#lib/core/geo/select/pick-places.ts'
import { type FilteredWork, followFiltered, type Switch } from './follow-filtered.ts'
import { loadSurroundings } from './load-surroundings.ts'

/** Groups with their names, in one order. */
export type NamedGroups = Groups & { names: readonly AreaName[] }

export type GroupsState = Switch & {
  /** Null until they are found; the former ones stay while new ones are sought. */
  groups: NamedGroups | null
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

const GROUPS_WORK: FilteredWork<GroupsState> = {
  restsOn: () => [],
  work: async ({ snapshot: { points, texts }, mask }, _, signal) => {
    const { ranks, lng, lat } = pickPlaces(points, mask, 'business')
    const districts = ranks.map((rank) => texts.districts[rank] ?? -1)
    const asked = { lng, lat, districts, districtNames: texts.districtNames }
    const [groups, surroundings] = await Promise.all([
      tasks.run('findGroups', [asked], signal),
      loadSurroundings(),
    ])
    const names = await tasks.run('nameAreas', [groups.areas, surroundings], signal)
    return { groups: { ...groups, names } }
  },
  none: { groups: null },
}

/** Seeks groups whenever the switch is on and the filter lets other entries through; returns what ends it. */
export function followGroups(): () => void {
  return followFiltered(useGroups, GROUPS_WORK)
}
