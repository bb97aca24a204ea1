/** What a planner takes along: everything that is shown, as GeoJSON or CSV, with the parameters inside that led to it. */
import type { FeatureCollection } from 'geojson'
import { tasks } from '#lib/client/worker/client.ts'
import { scoreArea, toMeasures } from '#lib/core/geo/areas/score.ts'
import { toBandwidth } from './planning-questions.ts'
import type { PlanningState } from './planning-state.ts'
import { listCompared, listFound } from './planning-subjects.ts'
import { formatComparison, formatRipley } from './planning-tables.ts'

export const EXPORTS = ['areas', 'density', 'isolines', 'hexagons', 'comparison', 'ripley'] as const
export type ExportName = (typeof EXPORTS)[number]

export type ExportFile = { name: string; type: string; text: string }

/** Whether there is anything to take along. */
export function hasExport(state: PlanningState, name: ExportName): boolean {
  if (name === 'areas') return (state.found?.groups.areas.features.length ?? 0) + state.drawn.length > 0
  if (name === 'hexagons') return (state.hotspots?.cells.features.length ?? 0) > 0
  if (name === 'comparison') return listCompared(state).length > 0
  if (name === 'ripley') return state.clustering !== null
  return (state.density?.topPerSquareKilometer ?? 0) > 0
}

/** Null where there is nothing to take along. */
export async function exportPlanning(state: PlanningState, name: ExportName): Promise<ExportFile | null> {
  if (!hasExport(state, name)) return null
  if (name === 'comparison') return toTable(name, formatComparison(state))
  if (name === 'ripley') return toTable(name, formatRipley(state))
  const collection = await toCollection(state, name)
  const { type, features } = collection
  const text = JSON.stringify({ type, parameters: toParameters(state, name), features })
  return { name: `${name}.geojson`, type: 'application/geo+json', text }
}

function toTable(name: ExportName, text: string): ExportFile {
  return { name: `${name}.csv`, type: 'text/csv', text }
}

async function toCollection(state: PlanningState, name: ExportName): Promise<FeatureCollection> {
  const { density, hotspots, drawn } = state
  const { signal } = new AbortController()
  if (name === 'density' && density)
    return tasks.run('toDensityCells', [density.grid, density.bandwidthMeters], signal)
  if (name === 'isolines' && density) return tasks.run('toIsolines', [density.grid], signal)
  if (name === 'hexagons' && hotspots) return hotspots.cells
  const features = [...listFound(state), ...drawn].map(({ mark, name, landmark, kind, outline, facts }) => {
    const score = scoreArea(toMeasures(facts), state.view.weights)
    const properties = {
      kind,
      mark,
      name,
      near: landmark?.name ?? null,
      score: 'refusal' in score ? null : score.value,
      scoreUnknown: 'refusal' in score ? null : score.unknown,
      ...facts,
    }
    return { type: 'Feature' as const, geometry: outline, properties }
  })
  return { type: 'FeatureCollection', features }
}

/** What anyone who repeats the reckoning has to know. */
function toParameters({ view, loaded, found, density, hotspots }: PlanningState, name: ExportName): object {
  const common = {
    version: loaded?.version,
    today: loaded?.ground.today,
    measure: view.measure,
    discipline: view.disciplines,
  }
  if (name === 'areas') {
    const { n, epsMeters, minPoints } = found?.groups ?? {}
    const { epsMeters: chosen, weights } = view
    return {
      ...common,
      method: 'DBSCAN',
      n,
      epsMeters,
      minPoints,
      isEpsSuggested: chosen === null,
      weights,
    }
  }
  if (name === 'hexagons') {
    const { cells, ...used } = hotspots ?? {}
    return { ...common, method: 'Getis-Ord Gi*', ...used }
  }
  return {
    ...common,
    method: 'Gaussian kernel density',
    n: density?.n,
    bandwidthMeters: toBandwidth(view),
    cellMeters: density?.grid.cellMeters,
    unit: view.measure === 'vacancy' ? 'square metres per km2' : 'businesses per km2',
  }
}
