/** Fetches what planning rests on: the map's snapshot, what it does not say, and the districts' outlines. */
import {
  fromExtract,
  measureOutlines,
  type NamedOutlines,
  type PlanningExtract,
  type PlanningGround,
} from '#lib/core/geo/areas/planning-ground.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'
import { fetchWithin, loadSnapshot } from './load-snapshot.ts'

export type LoadedGround = {
  version: string
  ground: PlanningGround & { columns: Pick<SnapshotPoints, 'secondaryMask'> }
  outlines: NamedOutlines
  /** Of all districts together; 0 where no district is known. */
  citySquareKilometers: number
}

/** An entry may be published between two answers: then both are asked for once more. */
const TRIES = 3

/** Throws when the server does not answer in time. */
export async function loadGround(): Promise<LoadedGround> {
  for (let tried = 1; ; tried++) {
    const [snapshot, extract, outlines] = await Promise.all([
      loadSnapshot(),
      fetchWithin('/data/planning').then((answer) => answer.json() as Promise<PlanningExtract>),
      fetchWithin('/data/districts').then((answer) => answer.json() as Promise<NamedOutlines>),
    ])
    const { points, texts, version } = snapshot
    if (extract.version !== version && tried < TRIES) continue
    if (extract.version !== version) throw new Error('The entries change faster than they can be read.')
    const ground = fromExtract(extract, { ...points, confirmedDays: texts.confirmedDays }, texts)
    return {
      version,
      ground: { ...ground, columns: { ...ground.columns, secondaryMask: points.secondaryMask } },
      outlines,
      citySquareKilometers: measureOutlines(outlines),
    }
  }
}
