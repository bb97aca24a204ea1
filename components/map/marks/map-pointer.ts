/** What a mark does when it is pressed: a cluster opens up, one address is listed, an entry shows its card. */
import { LngLatBounds, type Map as MapLibreMap } from 'maplibre-gl'
import { offsetOf } from '#components/map/map-cover.ts'
import { useMapStage } from '#components/map/map-stage.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { MapItem } from '#lib/core/geo/map/map-clusters.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'
import type { EntriesSource } from './entries-source.ts'

const LAST_CLUSTER_ZOOM = 18
const PADDING_PIXELS = 90

export function answerPointer(map: MapLibreMap, source: EntriesSource): void {
  const point = (item: MapItem | null) => {
    if (useMapStage.getState().pointed !== item) useMapStage.setState({ pointed: item })
    map.getCanvas().style.cursor = item ? 'pointer' : ''
  }
  map.on('click', (event) => {
    const item = source.at(event.point)
    if (item) openItem(map, item)
  })
  map.on('mousemove', (event) => point(source.at(event.point) ?? null))
  map.on('mouseout', () => point(null))
}

export function openItem(map: MapLibreMap, item: MapItem): void {
  const { select, list, snapshot } = useExplorer.getState()
  const [first] = item.ranks
  if (item.ranks.length === 1 && first !== undefined) select(first)
  else if (item.isOnePlace || map.getZoom() >= LAST_CLUSTER_ZOOM) list([...item.ranks])
  else if (snapshot) comeNearer(map, item, snapshot.points)
}

/** Until the entries of a cluster fill the view, and one step at least. */
function comeNearer(map: MapLibreMap, item: MapItem, points: SnapshotPoints): void {
  const bounds = new LngLatBounds()
  for (const rank of item.ranks) bounds.extend([points.lng[rank] ?? 0, points.lat[rank] ?? 0])
  const fitting = map.cameraForBounds(bounds, { padding: PADDING_PIXELS, maxZoom: LAST_CLUSTER_ZOOM })
  const zoom = Math.min(LAST_CLUSTER_ZOOM, Math.max(fitting?.zoom ?? 0, map.getZoom() + 1))
  map.easeTo({ center: bounds.getCenter(), zoom, offset: offsetOf(map) })
}
