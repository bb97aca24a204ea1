/**
 * Where the marks of a cell stand. A place is a square of the world with one mark, or with two: its businesses and its
 * spaces. There are three ways to stand, and all keep a mark's middle within its own square: truly (at the mean of its entries),
 * with the spaces beside the businesses, and held, whole inside the square. Held marks of different places cannot
 * touch. A place takes the first way that touches no way of any other place; so no two marks ever overlap.
 */
import type { Kind } from '#lib/core/domain/entry.ts'

type PixelPoint = { x: number; y: number }

export type MapMark = {
  kind: Kind
  ranks: Int32Array
  /** Whether all its entries have the same position, so that no zoom takes them apart. */
  isOnePlace: boolean
  radius: number
  true: PixelPoint
  /** Its middle by way of standing; the last is the held one. */
  ways: PixelPoint[]
}

export type MarkSquare = { west: number; north: number; side: number; marks: MapMark[] }

/** Two discs fit into a square's opposite corners while their radii sum up to at most this share of its side. */
const PAIR_SHARE = 2 - Math.SQRT2

/** Sixteenths of a turn, the smallest turns from the wanted direction first. */
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8].map((part) => (part * Math.PI) / 8)

/** Whether the marks can be held inside a square of this side. */
export function fits(marks: readonly MapMark[], side: number): boolean {
  const [first, second] = marks
  if (!first || !second) return !first || 2 * first.radius <= side
  return first.radius + second.radius <= side * PAIR_SHARE
}

/** Finds the ways to stand; the marks have to fit. */
export function findWays(place: MarkSquare): void {
  const [first, second] = place.marks
  if (!first) return
  if (!second) {
    first.ways = [first.true, clamp(place, first.radius, first.true)]
    return
  }
  const [firstHeld, secondHeld] = hold(place, first, second)
  first.ways = [first.true, first.true, firstHeld]
  second.ways = [second.true, beside(place, first, second) ?? second.true, secondHeld]
}

/** The way in which a place may stand among the others. */
export function chooseWay(place: MarkSquare, around: readonly MarkSquare[]): number {
  const last = (place.marks[0]?.ways.length ?? 1) - 1
  for (let way = 0; way < last; way++) if (isFree(place, way, around)) return way
  return last
}

function isFree(place: MarkSquare, way: number, around: readonly MarkSquare[]): boolean {
  const [first, second] = place.marks
  if (first && second && touches(first, way, second, way)) return false
  return place.marks.every((mark) =>
    around.every(
      (other) =>
        other === place ||
        other.marks.every(
          (neighbour) => !neighbour.ways.some((_, its) => touches(mark, way, neighbour, its)),
        ),
    ),
  )
}

function touches(a: MapMark, aWay: number, b: MapMark, bWay: number): boolean {
  const from = a.ways[aWay] ?? a.true
  const to = b.ways[bWay] ?? b.true
  return overlaps(from, to, a.radius + b.radius)
}

function overlaps(a: PixelPoint, b: PixelPoint, reach: number): boolean {
  const x = a.x - b.x
  const y = a.y - b.y
  return x * x + y * y < reach * reach
}

/** The second mark at the first one's edge, as near to its own direction as the square allows. */
function beside({ west, north, side }: MarkSquare, first: MapMark, second: MapMark): PixelPoint | null {
  // A hair more than touching, for the rounding.
  const reach = (first.radius + second.radius) * (1 + 1e-6)
  const wanted = Math.atan2(second.true.y - first.true.y, second.true.x - first.true.x)
  for (const turn of TURNS) {
    const x = first.true.x + reach * Math.cos(wanted + turn)
    const y = first.true.y + reach * Math.sin(wanted + turn)
    if (x >= west && x <= west + side && y >= north && y <= north + side) return { x, y }
  }
  return null
}

/** Both inside the square and apart, the first as near to its true position as it can. */
function hold(place: MarkSquare, first: MapMark, second: MapMark): [PixelPoint, PixelPoint] {
  const reach = first.radius + second.radius
  const near = clamp(place, first.radius, first.true)
  const x = second.true.x - first.true.x
  const y = second.true.y - first.true.y
  const far = 2 * place.side
  const pushed = { x: near.x + Math.sign(x) * far, y: near.y + Math.sign(y) * far }
  for (const wanted of [second.true, pushed]) {
    const held = clamp(place, second.radius, wanted)
    if (!overlaps(near, held, reach)) return [near, held]
  }
  const corner = { x: x < 0 ? -far : far, y: y < 0 ? -far : far }
  const middle = { x: place.west + place.side / 2, y: place.north + place.side / 2 }
  return [
    clamp(place, first.radius, { x: middle.x - corner.x, y: middle.y - corner.y }),
    clamp(place, second.radius, { x: middle.x + corner.x, y: middle.y + corner.y }),
  ]
}

function clamp({ west, north, side }: MarkSquare, radius: number, { x, y }: PixelPoint): PixelPoint {
  return {
    x: Math.min(west + side - radius, Math.max(west + radius, x)),
    y: Math.min(north + side - radius, Math.max(north + radius, y)),
  }
}
