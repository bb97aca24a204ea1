/** What the page of planning knows: its view, the city's ground, and the answers worked out of both. */
import type { AreaFacts } from '#lib/core/domain/area-facts.ts'
import type { AreaName, Landmark } from '#lib/core/domain/area-name.ts'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import type { Outline } from '#lib/core/geo/areas/area-members.ts'
import type { CandidateAreas } from '#lib/core/geo/areas/candidate-areas.ts'
import type { DescribedDistrict } from '#lib/core/geo/areas/planning-ground.ts'
import type { PlanningPoints } from '#lib/core/geo/areas/planning-points.ts'
import type { ScoreRefusal, Sensitivity } from '#lib/core/geo/areas/score.ts'
import type { Hotspots } from '#lib/core/geo/chance/hotspots.ts'
import type { RipleyResult } from '#lib/core/geo/chance/ripley.ts'
import type { DensityImage } from '#lib/core/geo/density/density-image.ts'
import type { Isolines } from '#lib/core/geo/density/isolines.ts'
import type { BandwidthSuggestion } from '#lib/core/geo/density/suggest-bandwidth.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import type { PlanningView, SubjectKey } from '#lib/core/view/planning-view.ts'
import type { Camera } from '#lib/core/view/view.ts'
import type { LoadedGround } from './load-ground.ts'

/** Areas with their facts and names, in one order. */
type FoundAreas = CandidateAreas & {
  facts: readonly AreaFacts[]
  names: readonly AreaName[]
}

type SubjectKind = 'found' | 'district' | 'drawn'

export type Subject = {
  key: SubjectKey
  kind: SubjectKind
  /** The letter of a found area, the number of a drawn one, '' for a district. */
  mark: string
  /** '' where an area lies in no district. */
  name: string
  /** By what else a found area is called. */
  landmark?: Landmark | null
  outline: Outline
  facts: AreaFacts
  box: Bbox
}

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
  ranking: Sensitivity | ScoreRefusal | null
  /** Of the areas side by side, in their order. */
  comparison: Sensitivity | ScoreRefusal | null
  clustering: RipleyResult | null
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
