/** The planner's state: the view that the address carries, what the city's ground is, and what was worked out of both. */
import { create } from 'zustand'
import { INITIAL_VIEW, MAX_COMPARED } from '#lib/core/view/planning-view.ts'
import { loadGround } from './load-ground.ts'
import type { PlanningState } from './planning-state.ts'
import { listCompared } from './planning-subjects.ts'

export const usePlanning = create<PlanningState>()((set, get) => ({
  view: INITIAL_VIEW,
  camera: null,
  theme: 'light',
  loaded: null,
  hasFailed: false,
  underWay: 0,
  points: null,
  found: null,
  density: null,
  bandwidth: null,
  isolines: null,
  districts: [],
  drawn: [],
  ranking: null,
  comparison: null,
  clustering: null,
  hotspots: null,
  chosen: null,
  wanted: null,
  load: async () => {
    set({ hasFailed: false })
    try {
      set({ loaded: await loadGround() })
    } catch (fault) {
      console.error(fault)
      set({ hasFailed: true })
    }
  },
  setView: (change) => set({ view: { ...get().view, ...change } }),
  choose: (chosen, box) => set({ chosen, ...(box && { wanted: { box } }) }),
  compare: (key, isCompared) => {
    const { view, underWay } = get()
    // While areas are still sought, one of the link may yet come.
    const there = underWay > 0 ? view.compared : listCompared(get())
    const others = there.filter((other) => other !== key)
    if (isCompared && others.length >= MAX_COMPARED) return
    set({ view: { ...view, compared: isCompared ? [...others, key] : others } })
  },
}))
