/** What is worked out of a planner's view, each answer off the main thread and once for what it rests on. */

import { tasks } from '#lib/client/worker/client.ts'
import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import { toBox } from '#lib/core/geo/areas/planning-ground.ts'
import { pickPlanningPoints } from '#lib/core/geo/areas/planning-points.ts'
import { toMeasures } from '#lib/core/geo/areas/score.ts'
import type { Null } from '#lib/core/geo/chance/null-places.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { toRampTable } from '#lib/core/style/density-ramp.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'
import type { PlanningView } from '#lib/core/view/planning-view.ts'
import type { Question } from './follow-questions.ts'
import { fetchWithin } from './load-snapshot.ts'
import type { PlanningState } from './planning-state.ts'
import { listFound, pickSubjects } from './planning-subjects.ts'

type Asked = Question<PlanningState>

const points: Asked = {
  on: ({ loaded, view }) => loaded && [loaded, view.measure, view.disciplines.join()],
  work: async ({ loaded, view }) => ({ points: loaded && pickPlanningPoints(loaded.ground, view) }),
  none: { points: null },
}

const found: Asked = {
  on: ({ points, view }) => points && [points, view.epsMeters, view.minPoints],
  work: async ({ points, loaded, view }, signal) => {
    if (!points || !loaded) return { found: null }
    const options = { minPoints: view.minPoints, ...(view.epsMeters && { epsMeters: view.epsMeters }) }
    const areas = await tasks.run('findCandidateAreas', [points.points, options], signal)
    const outlines = areas.groups.areas.features.map(({ geometry }) => geometry)
    const facts = await tasks.run('describeOutlines', [loaded.ground, outlines], signal)
    const names = await tasks.run('nameAreas', [areas.groups.areas, loaded.ground.surroundings], signal)
    return { found: { ...areas, facts, names } }
  },
  none: { found: null },
}

const density: Asked = {
  on: ({ points, view, theme }) => points && [points, toBandwidth(view), theme],
  work: async ({ points, view, theme }, signal) => {
    const { places, weights } = toDensityPlaces(points)
    if (!places) return { density: null }
    const options = {
      bandwidthMeters: toBandwidth(view),
      table: toRampTable(theme),
      ...(weights && { weights }),
    }
    return { density: await tasks.run('drawDensity', [places, options], signal) }
  },
  none: { density: null },
}

const bandwidth: Asked = {
  on: ({ points }) => points && [points],
  work: async ({ points }, signal) => {
    const { places } = toDensityPlaces(points)
    const plane = places && projectPoints(places.lng, places.lat)
    return { bandwidth: plane && (await tasks.run('suggestBandwidth', [plane], signal)) }
  },
  none: { bandwidth: null },
}

const isolines: Asked = {
  on: ({ density, view }) => (view.hasIsolines && view.mapView === 'density' && density ? [density] : null),
  work: async ({ density }, signal) => ({
    isolines: density && (await tasks.run('toIsolines', [density.grid], signal)),
  }),
  none: { isolines: null },
}

const districts: Asked = {
  on: ({ loaded }) => loaded && [loaded],
  work: async ({ loaded }, signal) => ({
    districts: loaded ? await tasks.run('describeDistricts', [loaded.ground, loaded.outlines], signal) : [],
  }),
  none: { districts: [] },
}

const drawn: Asked = {
  on: ({ loaded, view }) => loaded && [loaded, view.drawings],
  work: async ({ loaded, view }, signal) => {
    if (!loaded || view.drawings.length === 0) return { drawn: [] }
    const outlines = view.drawings.map(toPolygon)
    const facts = await tasks.run('describeOutlines', [loaded.ground, outlines], signal)
    return {
      drawn: outlines.flatMap((outline, place) => {
        const own = facts[place]
        const mark = String(place + 1)
        const subject = { key: `x:${mark}`, kind: 'drawn' as const, mark, name: '', outline }
        return own ? [{ ...subject, facts: own, box: toBox(outline) }] : []
      }),
    }
  },
  none: { drawn: [] },
}

const ranking: Asked = {
  on: ({ found, view }) => found && [found, view.weights],
  work: async (state, signal) => {
    const measures = listFound(state).map(({ facts }) => toMeasures(facts))
    return { ranking: await tasks.run('measureSensitivity', [measures, state.view.weights], signal) }
  },
  none: { ranking: null },
}

const comparison: Asked = {
  on: ({ found, drawn, districts, view }) =>
    view.compared.length > 0 ? [found, drawn, districts, view.compared, view.weights] : null,
  work: async (state, signal) => {
    const measures = pickSubjects(state, state.view.compared).map(({ facts }) => toMeasures(facts))
    return { comparison: await tasks.run('measureSensitivity', [measures, state.view.weights], signal) }
  },
  none: { comparison: null },
}

const hotspots: Asked = {
  on: ({ points, view }) => (points && (view.asksForChance || view.mapView === 'hexagons') ? [points] : null),
  work: async ({ points }, signal) => ({
    hotspots: points && (await tasks.run('findHotspots', [points.points], signal)),
  }),
  none: { hotspots: null },
}

const clustering: Asked = {
  on: ({ points, view }) => (points && view.asksForChance ? [points] : null),
  work: async ({ points }, signal) => {
    if (!points) return { clustering: null }
    const n = points.points.lng.length
    const model = (await (await fetchWithin(`/data/chance?n=${n}`)).json()) as Null
    return { clustering: await tasks.run('measureClustering', [points.points, model], signal) }
  },
  none: { clustering: null },
}

export const PLANNING_QUESTIONS: readonly Asked[] = [
  points,
  found,
  density,
  districts,
  drawn,
  ranking,
  comparison,
  bandwidth,
  isolines,
  hotspots,
  clustering,
]

export function toBandwidth({ bandwidthMeters }: PlanningView): number {
  return bandwidthMeters ?? BANDWIDTH_METERS
}

function toPolygon(drawing: Drawing) {
  const [first = []] = drawing
  return { type: 'Polygon' as const, coordinates: [[...drawing, first].map((corner) => [...corner])] }
}

/** Vacant spaces weigh as many square metres as they have. */
function toDensityPlaces(points: PlanningState['points']) {
  const sized = points?.sized
  const places = sized ?? points?.points ?? null
  return { places: places && { lng: places.lng, lat: places.lat }, weights: sized?.squareMeters }
}
