/** Fills the map's sources with what the view shows: clusters, marks and the ring around the selection. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { clusterForView, type MapItem } from '#lib/geo/map-clusters.ts'
import type { SnapshotPoints } from '#lib/snapshot/format.ts'
import { describeEntry } from '#lib/store/describe-entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import {
  ENTRY_SOURCES,
  type EntryFeatureProperties,
  type SelectionFeatureProperties,
} from '#lib/style/entry-layers.ts'
import { businessIconId, donutRadiusPixels, spaceIconId } from '#lib/style/icon-ids.ts'
import type { Work } from './map-state.ts'

/** The view is filled a little beyond its edges, so that short moves find marks there. */
const MARGIN = 0.15
const NEAR_ZOOM = 16
const NEAR_RADIUS_PIXELS = 30
const FAR_RADIUS_PIXELS = 48
const MAX_CLUSTERS = 500
const SINGLE_RADIUS_PIXELS = 17

export type EntriesSource = { find(id: string): MapItem | undefined; update(): void }

export function createEntriesSource(map: MapLibreMap, work: Work): EntriesSource {
  let items: MapItem[] = []
  const written = new Map<string, string>()

  /** The only place that hands data to the map, and only when it is new. */
  function write(source: string, features: Feature<Point>[]): void {
    const data: FeatureCollection = { type: 'FeatureCollection', features }
    const text = JSON.stringify(features)
    if (written.get(source) === text) return
    written.set(source, text)
    const target = map.getSource<GeoJSONSource>(source)
    if (target) void work.track(target.setData(data))
  }

  return {
    find: (id) => items.find((item) => toId(item) === id),
    update: () => {
      const { snapshot, scan, selected } = useExplorer.getState()
      if (!snapshot || !scan) return
      items = clusterForView(snapshot.points, scan.mapMask, viewOf(map))
      write(
        ENTRY_SOURCES.entries,
        items.map((item) => toFeature(item, snapshot.points)),
      )
      const ring = selected === null ? undefined : items.find((item) => item.ranks.includes(selected))
      write(ENTRY_SOURCES.selection, ring ? [toRing(ring)] : [])
    },
  }
}

/** Zoom in half steps, so that clusters hold still while a finger trembles. */
function viewOf(map: MapLibreMap): Parameters<typeof clusterForView>[2] {
  const bounds = map.getBounds()
  const width = (bounds.getEast() - bounds.getWest()) * MARGIN
  const height = (bounds.getNorth() - bounds.getSouth()) * MARGIN
  const zoom = Math.round(map.getZoom() * 2) / 2
  const { clientWidth, clientHeight } = map.getContainer()
  const areaPixels = clientWidth * clientHeight * (1 + 2 * MARGIN) ** 2
  const far = Math.max(FAR_RADIUS_PIXELS, Math.sqrt(areaPixels / MAX_CLUSTERS))
  return {
    zoom,
    radiusPixels: zoom < NEAR_ZOOM ? far : NEAR_RADIUS_PIXELS,
    bbox: [
      bounds.getWest() - width,
      bounds.getSouth() - height,
      bounds.getEast() + width,
      bounds.getNorth() + height,
    ],
  }
}

function toId({ type, ranks }: MapItem): string {
  return `${type}:${ranks[0]}:${ranks.length}`
}

function toFeature(item: MapItem, points: SnapshotPoints): Feature<Point, EntryFeatureProperties> {
  const isSingle = item.ranks.length === 1
  const look = isSingle ? { icon: toIconId(points, item.ranks[0] ?? 0) } : { donut: item.counts.join(',') }
  const properties = { id: toId(item), type: item.type, count: item.ranks.length, ...look }
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [item.lng, item.lat] }, properties }
}

function toIconId(points: SnapshotPoints, rank: number): string {
  const mark = describeEntry(points, rank)
  if (mark.kind === 'business') return businessIconId(mark.discipline, mark.state !== 'unverified')
  return spaceIconId(mark.use, mark.state === 'unverified' ? 'reported' : mark.state)
}

function toRing(item: MapItem): Feature<Point, SelectionFeatureProperties> {
  const radius = item.ranks.length === 1 ? SINGLE_RADIUS_PIXELS : donutRadiusPixels(item.ranks.length)
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [item.lng, item.lat] },
    properties: { radius },
  }
}
