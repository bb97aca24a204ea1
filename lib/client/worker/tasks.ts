/** What runs off the main thread: a list of pure functions over what a browser can clone. To add one, name it here. */
import { nameAreas } from '#lib/core/geo/areas/area-names.ts'
import { findCandidateAreas } from '#lib/core/geo/areas/candidate-areas.ts'
import { findGroups } from '#lib/core/geo/areas/groups.ts'
import { describeDistricts, describeOutlines } from '#lib/core/geo/areas/planning-ground.ts'
import { measureSensitivity } from '#lib/core/geo/areas/score.ts'
import { findHotspots } from '#lib/core/geo/chance/hotspots.ts'
import { measureClustering } from '#lib/core/geo/chance/ripley.ts'
import { toDensityCells } from '#lib/core/geo/density/density-cells.ts'
import { drawDensity } from '#lib/core/geo/density/density-image.ts'
import { toIsolines } from '#lib/core/geo/density/isolines.ts'
import { suggestBandwidth } from '#lib/core/geo/density/suggest-bandwidth.ts'

const TASKS = {
  findGroups,
  findCandidateAreas,
  nameAreas,
  drawDensity,
  suggestBandwidth,
  toIsolines,
  toDensityCells,
  describeOutlines,
  describeDistricts,
  measureSensitivity,
  findHotspots,
  measureClustering,
}

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks

export type TaskCall = {
  [Name in TaskName]: { name: Name; args: Parameters<Tasks[Name]> }
}[TaskName]

/** The worker's answer to the one call that it holds. */
export type TaskAnswer = { result: ReturnType<Tasks[TaskName]> } | { fault: string }

/** Runs a call; a fault comes back as its message. */
export function runTask({ name, args }: TaskCall): TaskAnswer {
  try {
    // Each function takes the arguments of its own name, which a type of all names cannot say.
    const work = TASKS[name] as (...given: unknown[]) => ReturnType<Tasks[TaskName]>
    return { result: work(...args) }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}
