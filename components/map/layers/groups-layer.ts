/** Draws the groups of the store on the map and brings the one into view that somebody asks for. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { createBusy, type Work } from '#components/map/map-state.ts'
import type { CanvasMark, MarksCanvas } from '#components/map/marks/marks-canvas.ts'
import { type GroupsState, useGroups } from '#lib/client/store/groups-store.ts'
import type { Areas } from '#lib/core/geo/areas/areas.ts'
import { findNorthWest } from '#lib/core/geo/plane/north-west.ts'
import { GROUP_SOURCE } from '#lib/core/style/group-layers.ts'

const PADDING_PIXELS = 72
const MAX_ZOOM = 16

const LETTER_PIXELS = 15

export function showGroups(map: MapLibreMap, marks: MarksCanvas, work: Work, signal: AbortSignal): void {
  const empty: Areas = { type: 'FeatureCollection', features: [] }
  let drawn = empty
  const setBusy = createBusy(work)

  function update({ groups, isWorking, shown }: GroupsState, before?: GroupsState): void {
    setBusy(isWorking)
    const areas = groups?.areas ?? empty
    if (areas !== drawn) {
      drawn = areas
      const outlines = map.getSource<GeoJSONSource>(GROUP_SOURCE)
      if (outlines) void work.track(outlines.setData(areas))
      marks.show('letters', areas.features.map(toLetter))
    }
    if (shown && shown !== before?.shown) bringIntoView(map, shown)
  }

  signal.addEventListener('abort', useGroups.subscribe(update))
  update(useGroups.getState())
}

function bringIntoView(map: MapLibreMap, { bbox }: Areas['features'][number]): void {
  if (bbox?.length !== 4) return
  map.fitBounds(bbox, { padding: PADDING_PIXELS, maxZoom: MAX_ZOOM })
}

function toLetter({ geometry, properties }: Areas['features'][number]): CanvasMark {
  const [lng = 0, lat = 0] = findNorthWest(geometry.coordinates[0] ?? []) ?? []
  return {
    lng,
    lat,
    look: {
      shape: { type: 'group' },
      label: { text: properties.letter, sizePixels: LETTER_PIXELS, color: 'on-seedling' },
    },
  }
}
