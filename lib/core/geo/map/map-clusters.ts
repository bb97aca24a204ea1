/**
 * What the map draws for a view, so that no two marks lie over each other: donuts of businesses and, apart from them, squares of
 * spaces. MapCells hang on the world, one donut and one square each at most; where most of a cell's entries find room as
 * single marks in its quarters, it opens. A mark keeps its true place unless another one is in the way: then the
 * spaces stand beside the businesses, or both draw back into their own square. Absorbing the space into the donut would hide what seekers look for, and pushing marks
 * apart one after the other would let a mark at one end of the town move one at the other; here a cell depends on its
 * neighbours alone, so that nothing jumps while the map is moved. Positions are degrees (WGS 84), lengths pixels.
 */
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import {
  projectToMercator,
  toLat,
  toLng,
  toWorldX,
  toWorldY,
  WORLD_PIXELS,
  type WorldPoints,
} from '#lib/core/geo/plane/web-mercator.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'
import { BUCKETS_PER_CELL, gatherCells, type MapCells, QUARTERS, type Region } from './map-cells.ts'
import { chooseWay, findWays, fits, type MapMark, type MarkSquare } from './map-marks.ts'

export type MapItem = {
  /** One kind per item. */
  kind: Kind
  /** Whether all entries have one position: no zoom takes them apart. */
  isOnePlace: boolean
  lng: number
  lat: number
  radiusPixels: number
  /** All entries of the item, in no order; a view into the arrays of all items. */
  ranks: Int32Array
}

export type ClusterView = {
  zoom: number
  bbox: Bbox
  /** Radius of the disc that a mark needs, its edge and shadow included; `MAX_RADIUS_PIXELS` at most for a pair of one cell. */
  radiusPixels(kind: Kind, count: number, isOnePlace: boolean): number
}

/** A cell's side: the largest donut and a square of spaces find room in its corners. */
export const CELL_PIXELS = 108

type Space = { world: WorldPoints; worldPixels: number; view: ClusterView }

/** Items of all cells that the view touches, largest first; each entry in the view is in exactly one. */
export function clusterForView(points: SnapshotPoints, mask: Uint8Array, view: ClusterView): MapItem[] {
  const worldPixels = WORLD_PIXELS * 2 ** view.zoom
  const cellsPerWorld = worldPixels / CELL_PIXELS
  const inner = regionOf(view.bbox, cellsPerWorld)
  const cells = gatherCells(points, mask, cellsPerWorld, widen(inner))
  const space = { world: projectToMercator(points), worldPixels, view }
  const places = cells.columns.map((_, cell) => placesOf(cells, cell, space))
  const items: MapItem[] = []
  for (const [cell, own] of places.entries()) {
    const column = cells.columns[cell] ?? 0
    const row = cells.rows[cell] ?? 0
    if (column < inner.west || column >= inner.east || row < inner.north || row >= inner.south) continue
    const around = placesAround(cells, column, row, places)
    for (const place of own) {
      const way = chooseWay(place, around)
      for (const mark of place.marks) items.push(toItem(mark, way, space))
    }
  }
  return items.sort((a, b) => b.ranks.length - a.ranks.length || (a.ranks[0] ?? 0) - (b.ranks[0] ?? 0))
}

/** One count per discipline in official order, each business once by its primary one. */
export function countDisciplines(points: SnapshotPoints, ranks: Iterable<number>): number[] {
  const counts = new Array<number>(DISCIPLINES.length).fill(0)
  for (const rank of ranks) {
    const discipline = points.discipline[rank] ?? 0
    if (discipline < counts.length) counts[discipline] = (counts[discipline] ?? 0) + 1
  }
  return counts
}

function regionOf([west, south, east, north]: Bbox, cellsPerWorld: number): Region {
  return {
    west: Math.floor(toWorldX(west) * cellsPerWorld),
    north: Math.floor(toWorldY(north) * cellsPerWorld),
    east: Math.floor(toWorldX(east) * cellsPerWorld) + 1,
    south: Math.floor(toWorldY(south) * cellsPerWorld) + 1,
  }
}

/** A ring of cells more, whose marks may be in the way. */
function widen({ west, north, east, south }: Region): Region {
  return { west: west - 1, north: north - 1, east: east + 1, south: south + 1 }
}

function placesAround(cells: MapCells, column: number, row: number, places: MarkSquare[][]): MarkSquare[] {
  const around: MarkSquare[] = []
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const cell = cells.find(column + dx, row + dy)
      if (cell >= 0) around.push(...(places[cell] ?? []))
    }
  return around
}

/** The quarters where they mostly hold single entries, else the whole cell. */
function placesOf(cells: MapCells, cell: number, space: Space): MarkSquare[] {
  const first = cell * BUCKETS_PER_CELL
  const bucket = (at: number) => cells.ranks.subarray(cells.starts[first + at], cells.starts[first + at + 1])
  const west = (cells.columns[cell] ?? 0) * CELL_PIXELS
  const north = (cells.rows[cell] ?? 0) * CELL_PIXELS
  const total = (cells.starts[first + BUCKETS_PER_CELL] ?? 0) - (cells.starts[first] ?? 0)
  const place = (x: number, y: number, side: number, ranksOfKinds: Int32Array[]): MarkSquare => ({
    west: x,
    north: y,
    side,
    marks: ranksOfKinds.flatMap((ranks, kind) =>
      ranks.length > 0 ? [toMark(ranks, KINDS[kind] ?? 'business', space)] : [],
    ),
  })
  let occupied = 0
  for (let at = 0; at < BUCKETS_PER_CELL; at++) if (bucket(at).length > 0) occupied += 1
  const half = CELL_PIXELS / 2
  if (total < 2 * occupied) {
    const quarters = [0, 1, 2, 3].map((quarter) =>
      place(west + (quarter % 2) * half, north + (quarter >> 1) * half, half, [
        bucket(quarter),
        bucket(QUARTERS + quarter),
      ]),
    )
    if (quarters.every(({ marks }) => fits(marks, half))) return quarters.map(standing)
  }
  const ofKind = (from: number, to: number) =>
    cells.ranks.subarray(cells.starts[first + from], cells.starts[first + to])
  return [
    standing(place(west, north, CELL_PIXELS, [ofKind(0, QUARTERS), ofKind(QUARTERS, BUCKETS_PER_CELL)])),
  ]
}

function standing(place: MarkSquare): MarkSquare {
  findWays(place)
  return place
}

function toMark(ranks: Int32Array, kind: Kind, { world, worldPixels, view }: Space): MapMark {
  const [firstX, firstY] = [world.x[ranks[0] ?? 0], world.y[ranks[0] ?? 0]]
  let isOnePlace = true
  let x = 0
  let y = 0
  // By position: the first call on a page runs before the compiler has learnt to see through an iterator.
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] ?? 0
    const [rankX, rankY] = [world.x[rank] ?? 0, world.y[rank] ?? 0]
    x += rankX
    y += rankY
    isOnePlace &&= rankX === firstX && rankY === firstY
  }
  const mean = { x: (x / ranks.length) * worldPixels, y: (y / ranks.length) * worldPixels }
  const radius = view.radiusPixels(kind, ranks.length, isOnePlace)
  return { kind, ranks, isOnePlace, radius, true: mean, ways: [mean] }
}

function toItem(
  { kind, ranks, isOnePlace, radius, true: mean, ways }: MapMark,
  way: number,
  space: Space,
): MapItem {
  const { x, y } = ways[way] ?? mean
  return {
    kind,
    isOnePlace,
    lng: toLng(x / space.worldPixels),
    lat: toLat(y / space.worldPixels),
    radiusPixels: radius,
    ranks,
  }
}
