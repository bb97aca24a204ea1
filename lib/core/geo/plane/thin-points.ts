/** Fewer places with the same outline: hulls cost with the number of their points, of which most lie close together. */
import type { Position } from 'geojson'
import { toCells } from './cells.ts'
import { projectPoints } from './projection.ts'

const MAX_PLACES = 800
const SIDE_SHARE = 1 / 8

/**
 * Keeps one place `[lng, lat]` per cell of an eighth of eps, in wider cells where that leaves more than 800, in the order of west to
 * east. Every place left out lies within `gapMeters` x sqrt(2) of a kept one; the gap is 0 where none is left out.
 */
export function thinPoints(places: Position[], epsMeters: number): { kept: Position[]; gapMeters: number } {
  const sorted = places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
  const { x, y } = projectPoints(
    sorted.map(([lng]) => lng ?? Number.NaN),
    sorted.map(([, lat]) => lat ?? Number.NaN),
  )
  let gapMeters = epsMeters * SIDE_SHARE
  let cells = toCells(x, y, gapMeters)
  while (cells.count > MAX_PLACES) {
    gapMeters *= 1.5
    cells = toCells(x, y, gapMeters)
  }
  const firsts = Array.from({ length: cells.count }, (_, cell) => cells.order[cells.starts[cell] ?? 0] ?? 0)
  return {
    kept: firsts.map((index) => sorted[index] ?? []),
    gapMeters: cells.count === sorted.length ? 0 : gapMeters,
  }
}
