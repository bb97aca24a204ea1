/** Shows what the view holds: marks on their canvas, the ring around the selected one, and room for them among the labels. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { toMarkId, useMapStage } from '#components/map/map-stage.ts'
import type { Work } from '#components/map/map-state.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { type ClusterView, clusterForView, type MapItem } from '#lib/core/geo/map/map-clusters.ts'
import { alongPath, pathsBetween } from '#lib/core/geo/map/mark-paths.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'
import { ENTRY_SOURCES, type RoomFeatureProperties } from '#lib/core/style/entry-layers.ts'
import { markRadiusPixels } from '#lib/core/style/icon-ids.ts'
import { toLook, toRing } from './entry-marks.ts'
import type { CanvasMark, Look, MarksCanvas } from './marks-canvas.ts'

/** The view is filled a little beyond its edges, so that short moves find marks there. */
const MARGIN = 0.15
const GLIDE_MILLISECONDS = 180
/** More marks than this change without gliding. */
const MAX_GLIDING = 500
/** Labels make room for the marks when these have stood still for so long. */
const REST_MILLISECONDS = 250

export type EntriesSource = {
  /** The item whose mark covers a point; CSS pixels from the map's corner. */
  at(point: { x: number; y: number }): MapItem | undefined
  update(): void
  follow(): void
}

type Options = { map: MapLibreMap; marks: MarksCanvas; locale: Locale; work: Work; signal: AbortSignal }

export function createEntriesSource({ map, marks, locale, work, signal }: Options): EntriesSource {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')
  /** By the ranks of an item: a mark that glides keeps its look. */
  const looks = new WeakMap<Int32Array, Look>()
  let items: MapItem[] = []
  let view: ClusterView | null = null
  let rest = 0
  signal.addEventListener('abort', () => window.clearTimeout(rest))

  function show(shown: readonly MapItem[], points: SnapshotPoints): void {
    const toMark = (item: MapItem): CanvasMark => {
      const look = looks.get(item.ranks) ?? toLook(item, points, locale)
      looks.set(item.ranks, look)
      return { lng: item.lng, lat: item.lat, look }
    }
    marks.show('entries', shown.map(toMark))
  }

  /** Frame by frame, until something newer is to be shown. */
  async function glide(before: MapItem[], after: MapItem[], points: SnapshotPoints): Promise<void> {
    const paths = pathsBetween(before, after, points.count)
    const start = performance.now()
    for (let share = 0; share < 1; share = (performance.now() - start) / GLIDE_MILLISECONDS) {
      show(
        paths.map((path) => alongPath(path, share)),
        points,
      )
      await new Promise(requestAnimationFrame)
      if (items !== after || signal.aborted) return
    }
    show(after, points)
  }

  /** Not part of what the map is waited for: the labels follow. */
  function makeRoom(): void {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      void map.getSource<GeoJSONSource>(ENTRY_SOURCES.rooms)?.setData(toRooms(items))
    }, REST_MILLISECONDS)
  }

  function update(): void {
    const { snapshot, scan, selected } = useExplorer.getState()
    if (!snapshot || !scan) return
    const { points } = snapshot
    const before = items
    const zoomBefore = view?.zoom
    view = viewOf(map)
    const found = clusterForView(points, scan.mapMask, view)
    // Where nothing has changed, what glides goes on.
    if (!isSame(found, before)) {
      items = found
      const canGlide = !still.matches && Math.max(before.length, items.length) <= MAX_GLIDING
      const isSplit = zoomBefore !== undefined && zoomBefore !== view.zoom && before.length > 0
      if (canGlide && isSplit) void work.track(glide(before, items, points))
      else show(items, points)
      makeRoom()
    }
    const chosen = selected === null ? undefined : items.find((item) => item.ranks.includes(selected))
    marks.show('selection', chosen ? [toRing(chosen)] : [])
    publish(map, items, chosen ?? null)
  }

  return {
    at: ({ x, y }) =>
      items.findLast((item) => {
        const middle = map.project([item.lng, item.lat])
        return Math.hypot(middle.x - x, middle.y - y) <= item.radiusPixels
      }),
    update,
    /** On each frame of a movement: only where the marks are those of another zoom or end within the view. */
    follow: () => {
      if (!view || view.zoom !== levelOf(map) || !covers(view.bbox, boxOf(map, 0))) update()
    },
  }
}

/** The same entries in the same places, mark by mark. */
function isSame(a: readonly MapItem[], b: readonly MapItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at]
      return (
        item.kind === other?.kind &&
        item.lng === other.lng &&
        item.lat === other.lat &&
        item.ranks.length === other.ranks.length &&
        item.ranks.every((rank, nth) => rank === other.ranks[nth])
      )
    })
  )
}

function toRooms(items: readonly MapItem[]): FeatureCollection<Point, RoomFeatureProperties> {
  const features = items.map(
    ({ lng, lat, radiusPixels }): Feature<Point, RoomFeatureProperties> => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { radius: radiusPixels },
    }),
  )
  return { type: 'FeatureCollection', features }
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
