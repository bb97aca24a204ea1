/** The planner's state: the view that the address carries, what the city's ground is, and what was worked out of both. */
import { create } from 'zustand'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import type { DescribedDistrict } from '#lib/core/geo/areas/planning-ground.ts'
import type { PlanningPoints } from '#lib/core/geo/areas/planning-points.ts'
import type { Refusal, Sensitivity } from '#lib/core/geo/areas/score.ts'
import type { Hotspots } from '#lib/core/geo/chance/hotspots.ts'
import type { Clustering } from '#lib/core/geo/chance/ripley.ts'
import type { BandwidthSuggestion } from '#lib/core/geo/density/bandwidth.ts'
import type { DensityImage } from '#lib/core/geo/density/density-image.ts'
import type { Isolines } from '#lib/core/geo/density/isolines.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import {
  INITIAL_VIEW,
  MAX_COMPARED,
  type PlanningView,
  type SubjectKey,
} from '#lib/core/view/planning-view.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { type LoadedGround, loadGround } from './load-ground.ts'
import type { FoundAreas } from './planning-questions.ts'
import { listCompared, type Subject } from './planning-subjects.ts'

export type PlanningState = {
  view: PlanningView
  /** Where the map stands, null until somebody moves it. */
  camera: Camera | null
  theme: Theme
  loaded: LoadedGround | null
  hasFailed: boolean
  /** How many answers are being worked out. */
  underWay: number
  points: PlanningPoints | null
  found: FoundAreas | null
  density: DensityImage | null
  /** Null while it is sought and where there is none to suggest. */
  bandwidth: BandwidthSuggestion | null
  isolines: Isolines | null
  districts: readonly DescribedDistrict[]
  drawn: readonly Subject[]
  /** Of the areas that were found, in their order. */
  ranking: Sensitivity | Refusal | null
  /** Of the areas side by side, in their order. */
  comparison: Sensitivity | Refusal | null
  clustering: Clustering | null
  hotspots: Hotspots | null
  /** The area whose card is open. */
  chosen: SubjectKey | null
  /** What to bring into view; a new object for each wish. */
  wanted: { box: Bbox } | null
  load(): Promise<void>
  setView(change: Partial<PlanningView>): void
  choose(key: SubjectKey | null, box?: Bbox): void
  /** Puts an area beside the others or takes it away; those of them that are not there any more leave then. */
  compare(key: SubjectKey, isCompared: boolean): void
}

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
