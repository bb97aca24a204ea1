/** Fills the map's sources with what the view shows: marks, and the ring around the selected one. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { Bbox } from '#lib/domain/bbox.ts'
import { type ClusterView, clusterForView, type MapItem } from '#lib/geo/map-clusters.ts'
import { alongPath, pathsBetween } from '#lib/geo/mark-paths.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { ENTRY_SOURCES } from '#lib/style/entry-layers.ts'
import { markRadiusPixels } from '#lib/style/icon-ids.ts'
import { toMarkId, useMapStage } from './map-stage.ts'
import type { Work } from './map-state.ts'
import { toMarkFeature, toRingFeature } from './mark-features.ts'

/** The view is filled a little beyond its edges, so that short moves find marks there. */
const MARGIN = 0.15
const GLIDE_MILLISECONDS = 180
/** More marks than this change without gliding. */
const MAX_GLIDING = 500

export type EntriesSource = { find(id: string): MapItem | undefined; update(): void; follow(): void }

export function createEntriesSource(map: MapLibreMap, work: Work): EntriesSource {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')
  const written = new Map<string, string>()
  let items: MapItem[] = []
  let view: ClusterView | null = null

  /** The only place that hands data to the map. */
  function write(source: string, features: Feature<Point>[]): Promise<void> {
    const data: FeatureCollection = { type: 'FeatureCollection', features }
    return map.getSource<GeoJSONSource>(source)?.setData(data) ?? Promise.resolve()
  }

  /** Notes what a source is to show in the end; false where it does already. */
  function isNews(source: string, features: Feature<Point>[]): boolean {
    const text = JSON.stringify(features)
    if (written.get(source) === text) return false
    written.set(source, text)
    return true
  }

  /** Frame by frame, as fast as the map takes them, until something newer is to be shown. */
  async function glide(before: MapItem[], after: MapItem[], last: Feature<Point>[]): Promise<void> {
    const points = useExplorer.getState().snapshot?.points
    const target = written.get(ENTRY_SOURCES.entries)
    const isCurrent = () => written.get(ENTRY_SOURCES.entries) === target
    const paths = points ? pathsBetween(before, after, points.count) : []
    const start = performance.now()
    for (let share = 0; points && share < 1; share = (performance.now() - start) / GLIDE_MILLISECONDS) {
      const onTheWay = paths.map((path) => toMarkFeature(alongPath(path, share), points))
      await write(ENTRY_SOURCES.entries, onTheWay)
      await new Promise(requestAnimationFrame)
      if (!isCurrent()) return
    }
    await write(ENTRY_SOURCES.entries, last)
  }

  function update(): void {
    const { snapshot, scan, selected } = useExplorer.getState()
    if (!snapshot || !scan) return
    const before = items
    const zoomBefore = view?.zoom
    view = viewOf(map)
    items = clusterForView(snapshot.points, scan.mapMask, view)
    const features = items.map((item) => toMarkFeature(item, snapshot.points))
    if (isNews(ENTRY_SOURCES.entries, features)) {
      const canGlide = !still.matches && Math.max(before.length, items.length) <= MAX_GLIDING
      const isSplit = zoomBefore !== undefined && zoomBefore !== view.zoom && before.length > 0
      void work.track(
        canGlide && isSplit ? glide(before, items, features) : write(ENTRY_SOURCES.entries, features),
      )
    }
    const chosen = selected === null ? undefined : items.find((item) => item.ranks.includes(selected))
    const ring = chosen ? [toRingFeature(chosen)] : []
    if (isNews(ENTRY_SOURCES.selection, ring)) void work.track(write(ENTRY_SOURCES.selection, ring))
    publish(map, items, chosen ?? null)
  }

  return {
    find: (id) => items.find((item) => toMarkId(item) === id),
    update,
    /** On each frame of a movement: only where the marks are those of another zoom or end within the view. */
    follow: () => {
      if (!view || view.zoom !== levelOf(map) || !covers(view.bbox, boxOf(map, 0))) update()
    },
  }
}

/** Tells the page's own elements what is to be seen, where that has changed. */
function publish(map: MapLibreMap, items: MapItem[], chosen: MapItem | null): void {
  const bounds = map.getBounds()
  const seen = items.filter((item) => bounds.contains([item.lng, item.lat]))
  const ids = (list: readonly MapItem[]) => list.map(toMarkId).join()
  const before = useMapStage.getState()
  if (ids(before.items) !== ids(seen)) {
    const pointedId = before.pointed && toMarkId(before.pointed)
    useMapStage.setState({
      items: seen,
      pointed: seen.find((item) => toMarkId(item) === pointedId) ?? null,
    })
  }
  if (before.chosen !== chosen) useMapStage.setState({ chosen })
}

/** Half steps, rounded down: marks placed for a zoom stand further apart at any higher one, never closer. */
function levelOf(map: MapLibreMap): number {
  return Math.floor(map.getZoom() * 2 + 1e-6) / 2
}

function viewOf(map: MapLibreMap): ClusterView {
  return { zoom: levelOf(map), bbox: boxOf(map, MARGIN), radiusPixels: markRadiusPixels }
}

function boxOf(map: MapLibreMap, margin: number): Bbox {
  const bounds = map.getBounds()
  const width = (bounds.getEast() - bounds.getWest()) * margin
  const height = (bounds.getNorth() - bounds.getSouth()) * margin
  return [
    bounds.getWest() - width,
    bounds.getSouth() - height,
    bounds.getEast() + width,
    bounds.getNorth() + height,
  ]
}

function covers([west, south, east, north]: Bbox, [w, s, e, n]: Bbox): boolean {
  return west <= w && south <= s && east >= e && north >= n
}
