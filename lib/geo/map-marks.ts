/**
 * Where the marks of a cell stand. A place is a square of the world with one mark, or with two: its businesses and its
 * spaces. Each mark has a true position (the mean of its entries) and a held one, inside its own place; held marks of
 * different places cannot touch, because the places do not overlap. A mark stands truly where nothing is in the way.
 */
import type { Kind } from '#lib/domain/entry.ts'

export type Point = { x: number; y: number }

export type Mark = {
  kind: Kind
  ranks: Int32Array
  /** Whether all its entries have the same position, so that no zoom takes them apart. */
  isOnePlace: boolean
  radius: number
  true: Point
  held: Point
}

export type Place = { west: number; north: number; side: number; marks: Mark[] }

/** Two discs fit into a square's opposite corners while their radii sum up to at most this share of its side. */
const PAIR_SHARE = 2 - Math.SQRT2

/** Whether the marks can be held inside a square of this side. */
export function fits(marks: readonly Mark[], side: number): boolean {
  const [first, second] = marks
  if (!first || !second) return !first || 2 * first.radius <= side
  return first.radius + second.radius <= side * PAIR_SHARE
}

export function overlaps(a: Point, aRadius: number, b: Point, bRadius: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < aRadius + bRadius
}

/** Puts the marks of a place as near to their true positions as its square allows. */
export function hold(place: Place): void {
  const [first, second] = place.marks
  if (first) first.held = clamp(place, first.radius, first.true)
  if (!first || !second) return
  second.held = clamp(place, second.radius, second.true)
  if (!overlaps(first.held, first.radius, second.held, second.radius)) return
  const x = second.true.x - first.true.x
  const y = second.true.y - first.true.y
  const far = 2 * place.side
  second.held = clamp(place, second.radius, {
    x: first.held.x + Math.sign(x) * far,
    y: first.held.y + Math.sign(y) * far,
  })
  if (!overlaps(first.held, first.radius, second.held, second.radius)) return
  const side = { x: x < 0 ? -far : far, y: y < 0 ? -far : far }
  const middle = { x: place.west + place.side / 2, y: place.north + place.side / 2 }
  first.held = clamp(place, first.radius, { x: middle.x - side.x, y: middle.y - side.y })
  second.held = clamp(place, second.radius, { x: middle.x + side.x, y: middle.y + side.y })
}

function clamp({ west, north, side }: Place, radius: number, { x, y }: Point): Point {
  return {
    x: Math.min(west + side - radius, Math.max(west + radius, x)),
    y: Math.min(north + side - radius, Math.max(north + radius, y)),
  }
}

/** Whether all marks of a place may stand truly: they touch neither each other nor any other mark, true or held. */
export function isFree(place: Place, around: readonly Place[]): boolean {
  return place.marks.every((mark) =>
    around.every((other) =>
      other.marks.every(
        (neighbour) =>
          neighbour === mark ||
          !(
            overlaps(mark.true, mark.radius, neighbour.true, neighbour.radius) ||
            (other !== place && overlaps(mark.true, mark.radius, neighbour.held, neighbour.radius))
          ),
      ),
    ),
  )
}
