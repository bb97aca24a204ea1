/**
 * Web Mercator (EPSG:3857; the sphere's Mercator of Snyder 1987, equations 7-1 to 7-5) on a world that is 1 wide: x grows eastwards from
 * -180 degrees, y southwards from about 85.
 */
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'

/** A tile of the web map at zoom 0 has this side, and with it the whole world. */
export const WORLD_PIXELS = 512

/** Columns by rank, filled up to `locatedCount`. */
export type WorldPoints = { x: Float64Array; y: Float64Array }

export function toWorldX(lng: number): number {
  return (lng + 180) / 360
}

export function toWorldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

export function toLng(x: number): number {
  return x * 360 - 180
}

export function toLat(y: number): number {
  return (Math.atan(Math.sinh((1 - 2 * y) * Math.PI)) * 180) / Math.PI
}

const projected = new WeakMap<SnapshotPoints, WorldPoints>()

/** The projected points of a snapshot, computed at the first call and kept as long as the snapshot lives. */
export function projectToMercator(points: SnapshotPoints): WorldPoints {
  const known = projected.get(points)
  if (known) return known
  const world = {
    x: points.lng.subarray(0, points.locatedCount).map(toWorldX),
    y: points.lat.subarray(0, points.locatedCount).map(toWorldY),
  }
  projected.set(points, world)
  return world
}
