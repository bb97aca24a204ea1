/** Draws the groups of the store on the map and brings the one into view that somebody asks for. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { Areas } from '#lib/geo/areas.ts'
import { type GroupsState, useGroups } from '#lib/store/groups-store.ts'
import { GROUP_SOURCES, type LetterFeatureProperties } from '#lib/style/group-layers.ts'
import type { Work } from './map-state.ts'

const PADDING_PIXELS = 72
const MAX_ZOOM = 16

export function showGroups(map: MapLibreMap, work: Work, signal: AbortSignal): void {
  const empty: Areas = { type: 'FeatureCollection', features: [] }
  let drawn = empty
  let finish: (() => void) | null = null

  function update({ groups, isWorking, shown }: GroupsState, before?: GroupsState): void {
    // The map is not at rest while groups are sought.
    if (isWorking && !finish)
      void work.track(
        new Promise<void>((done) => {
          finish = done
        }),
      )
    const areas = groups?.areas ?? empty
    if (areas !== drawn) {
      drawn = areas
      write(GROUP_SOURCES.outlines, areas)
      write(GROUP_SOURCES.letters, toLetters(areas))
    }
    if (!isWorking) {
      finish?.()
      finish = null
    }
    if (shown && shown !== before?.shown) bringIntoView(map, shown)
  }

  function write(source: string, data: FeatureCollection): void {
    const target = map.getSource<GeoJSONSource>(source)
    if (target) void work.track(target.setData(data))
  }

  signal.addEventListener('abort', useGroups.subscribe(update))
  update(useGroups.getState())
}

function bringIntoView(map: MapLibreMap, { bbox }: Areas['features'][number]): void {
  if (bbox?.length !== 4) return
  map.fitBounds(bbox, { padding: PADDING_PIXELS, maxZoom: MAX_ZOOM })
}

/** A letter stands at the corner of its outline that lies furthest to the north-west, where the eye begins to read. */
function toLetters(areas: Areas): FeatureCollection<Point, LetterFeatureProperties> {
  const features = areas.features.map(({ geometry, properties }): Feature<Point, LetterFeatureProperties> => {
    const ring = geometry.coordinates[0] ?? []
    const [first = [0, 0]] = ring.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => d - c - (b - a))
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: first },
      properties: { letter: properties.letter },
    }
  })
  return { type: 'FeatureCollection', features }
}
