/** What runs off the main thread: a list of pure functions over what a browser can clone. To add one, name it here. */
import { nameAreas } from '#lib/geo/area-names.ts'
import { suggestBandwidth } from '#lib/geo/bandwidth.ts'
import { findCandidateAreas } from '#lib/geo/candidate-areas.ts'
import { toDensityCells } from '#lib/geo/density-cells.ts'
import { drawDensity } from '#lib/geo/density-image.ts'
import { findGroups } from '#lib/geo/groups.ts'
import { findHotspots } from '#lib/geo/hotspots.ts'
import { toIsolines } from '#lib/geo/isolines.ts'
import { describeDistricts, describeOutlines } from '#lib/geo/planning-ground.ts'
import { measureClustering } from '#lib/geo/ripley.ts'
import { measureSensitivity } from '#lib/geo/score.ts'

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
