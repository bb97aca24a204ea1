/** Stations and streets, which give names to groups: asked for once, and only by whom it concerns. */
import type { PlanningExtract } from '#lib/core/geo/areas/planning-ground.ts'
import { type Surroundings, toColumns } from '#lib/core/geo/areas/surroundings.ts'
import { fetchWithin } from './load-snapshot.ts'

let loading: Promise<Surroundings | null> | null = null

/** Null where the server does not answer in time: then the next call asks again. */
export function loadSurroundings(): Promise<Surroundings | null> {
  loading ??= fetchWithin('/data/planning')
    .then((answer) => answer.json() as Promise<PlanningExtract>)
    .then(({ surroundings }) => toColumns(surroundings))
    .catch((fault: unknown) => {
      console.error(fault)
      loading = null
      return null
    })
  return loading
}
