/**
 * What the map draws for a view: pixel cells and a greedy merge over the typed arrays. Businesses gather in clusters that
 * know their counts per discipline (primary, each business once); spaces stay apart, so that no donut swallows one.
 * Positions are degrees (WGS 84), distances pixels of the web map at the given zoom.
 */
import { type Bbox, containsPoint } from '#lib/domain/bbox.ts'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import type { SnapshotPoints } from '#lib/snapshot/format.ts'

export type MapItem = {
  type: 'cluster' | 'business' | 'space' | 'stack'
  lng: number
  lat: number
  /** All entries of the item by rank. */
  ranks: number[]
  /** One count per discipline in official order, then the spaces. */
  counts: number[]
}

export type ClusterView = { zoom: number; bbox: Bbox; radiusPixels: number }

const TILE_PIXELS = 512
const SPACE_PART = DISCIPLINES.length

/** Items of a view, largest first. Entries at one grid place become a stack that no zoom takes apart. */
export function clusterForView(points: SnapshotPoints, mask: Uint8Array, view: ClusterView): MapItem[] {
  const world = TILE_PIXELS * 2 ** view.zoom
  const cells = new Map<string, number[]>()
  for (let rank = 0; rank < points.locatedCount; rank++) {
    const lng = points.lng[rank] ?? 0
    const lat = points.lat[rank] ?? 0
    if (!mask[rank] || !containsPoint(view.bbox, lng, lat)) continue
    const x = Math.floor((toWorldX(lng) * world) / view.radiusPixels)
    const y = Math.floor((toWorldY(lat) * world) / view.radiusPixels)
    const key = `${points.kind[rank]}/${x}/${y}`
    const cell = cells.get(key)
    if (cell) cell.push(rank)
    else cells.set(key, [rank])
  }
  const items = [...cells.values()]
    .map((ranks) => toItem(points, ranks))
    .sort((a, b) => b.ranks.length - a.ranks.length)
  return mergeNear(points, items, world, view.radiusPixels)
}

/** Cells cut groups in two: a smaller item joins the first larger one of its kind within the radius. */
function mergeNear(points: SnapshotPoints, items: MapItem[], world: number, radiusPixels: number): MapItem[] {
  const merged: MapItem[] = []
  for (const item of items) {
    const near = merged.findIndex(
      (other) => isOneKind(item, other) && pixelsBetween(item, other, world) < radiusPixels,
    )
    const other = merged[near]
    if (other) merged[near] = toItem(points, [...other.ranks, ...item.ranks])
    else merged.push(item)
  }
  return merged
}

function isOneKind(a: MapItem, b: MapItem): boolean {
  return (a.counts[SPACE_PART] === 0) === (b.counts[SPACE_PART] === 0)
}

function pixelsBetween(a: MapItem, b: MapItem, world: number): number {
  return Math.hypot(toWorldX(a.lng) - toWorldX(b.lng), toWorldY(a.lat) - toWorldY(b.lat)) * world
}

function toItem(points: SnapshotPoints, ranks: number[]): MapItem {
  const counts = new Array<number>(SPACE_PART + 1).fill(0)
  let lng = 0
  let lat = 0
  for (const rank of ranks) {
    const part = Math.min(points.discipline[rank] ?? SPACE_PART, SPACE_PART)
    counts[part] = (counts[part] ?? 0) + 1
    lng += (points.lng[rank] ?? 0) / ranks.length
    lat += (points.lat[rank] ?? 0) / ranks.length
  }
  const first = ranks[0] ?? 0
  const isOnePlace = ranks.every(
    (rank) => points.lng[rank] === points.lng[first] && points.lat[rank] === points.lat[first],
  )
  const single = counts[SPACE_PART] ? 'space' : 'business'
  return { type: ranks.length === 1 ? single : isOnePlace ? 'stack' : 'cluster', lng, lat, ranks, counts }
}

/** Web Mercator (EPSG:3857), scaled to 0-1. */
function toWorldX(lng: number): number {
  return (lng + 180) / 360
}

function toWorldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}
