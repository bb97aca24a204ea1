/** From the planner's state to what the sources of the map hold. */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { PlanningState, Subject } from '#lib/client/store/planning-state.ts'
import { listDistricts, listFound, pickSubjects } from '#lib/client/store/planning-subjects.ts'
import { toShade } from '#lib/core/geo/areas/describe-area.ts'
import { findNorthWest } from '#lib/core/geo/plane/north-west.ts'
import { toRampColor } from '#lib/core/style/density-ramp.ts'
import type {
  CellFeatureProperties,
  LetterFeatureProperties,
  OutlineFeatureProperties,
} from '#lib/core/style/planning-layers.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'

type Areas = Polygon | MultiPolygon

export function writeSource(map: MapLibreMap, source: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data)
}

/** Hexagons or districts, coloured by what they hold. */
export function listCells(state: PlanningState): FeatureCollection<Areas, CellFeatureProperties> {
  const { view } = state
  const features =
    view.mapView === 'hexagons' ? listHexagons(state) : view.mapView === 'districts' ? listShades(state) : []
  return { type: 'FeatureCollection', features }
}

function listHexagons({ hotspots, theme }: PlanningState): Feature<Areas, CellFeatureProperties>[] {
  const cells = hotspots?.cells.features ?? []
  const most = cells.reduce((high, { properties }) => Math.max(high, properties.count), 1)
  return cells.map(({ geometry, properties: { count, p, isSignificant } }) => ({
    type: 'Feature',
    geometry,
    properties: {
      color: toRampColor(theme, count / most),
      opacity: count === 0 ? 0.15 : p <= (hotspots?.significance ?? 0) ? 0.8 : 0.5,
      isMarked: isSignificant,
    },
  }))
}

function listShades(state: PlanningState): Feature<Areas, CellFeatureProperties>[] {
  const subjects = listDistricts(state)
  const densities = subjects.map(({ facts }) => toShade(state.view.measure, facts))
  const most = Math.max(1e-9, ...densities.map((value) => value ?? 0))
  return subjects.map(({ outline }, place) => {
    const value = densities[place] ?? null
    return {
      type: 'Feature',
      geometry: outline,
      properties: {
        color: toRampColor(state.theme, (value ?? 0) / most),
        opacity: value === null ? 0.1 : 0.72,
        isMarked: false,
      },
    }
  })
}

/** What is found and drawn, and of districts those that are compared or chosen. */
function listOutlined(state: PlanningState): Subject[] {
  const keys = [...new Set([...state.view.compared, ...(state.chosen ? [state.chosen] : [])])]
  const districts = pickSubjects(state, keys).filter(({ kind }) => kind === 'district')
  return [...districts, ...listFound(state), ...state.drawn]
}

/** `draft` are the corners of what is being drawn. */
export function listOutlines(
  state: PlanningState,
  draft: Drawing,
): FeatureCollection<Areas, OutlineFeatureProperties> {
  const features = listOutlined(state).map(
    ({ key, mark, kind, outline }): Feature<Areas, OutlineFeatureProperties> => ({
      type: 'Feature',
      geometry: outline,
      properties: { key, letter: mark, role: kind, isChosen: key === state.chosen },
    }),
  )
  const [first] = draft
  const ring = first ? [...draft, first].map((corner) => [...corner]) : []
  const drawing: Feature<Areas, OutlineFeatureProperties> = {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { key: '', letter: '', role: 'drawn', isChosen: true },
  }
  return { type: 'FeatureCollection', features: draft.length > 1 ? [...features, drawing] : features }
}

export function listLetters(state: PlanningState): FeatureCollection<Point, LetterFeatureProperties> {
  const features = listOutlined(state).flatMap(({ key, mark, outline }) => {
    const coordinates = toCorner(outline)
    if (mark === '' || !coordinates) return []
    const geometry: Point = { type: 'Point', coordinates }
    return [{ type: 'Feature' as const, geometry, properties: { letter: mark, key } }]
  })
  return { type: 'FeatureCollection', features }
}

function toCorner({ type, coordinates }: Areas): Position | undefined {
  return findNorthWest((type === 'Polygon' ? coordinates[0] : coordinates[0]?.[0]) ?? [])
}
