/** Hexagons with their counts and how far they are more than chance, as a map draws them and a list tells them. */
import type { FeatureCollection, Polygon } from 'geojson'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { GETIS_ORD_SEED, measureHotspots, PERMUTATIONS } from './getis-ord.ts'
import { ACROSS_METERS, toCorners, toHexagons } from './hexagons.ts'

/** The share of false alarms that is put up with. */
export const SIGNIFICANCE = 0.05

type HotspotProperties = {
  /** Points in the cell, and in it and its neighbours together. */
  count: number
  countAround: number
  /** Gi*; null where nothing can stand out. */
  z: number | null
  p: number
  pAdjusted: number
  /** Whether the adjusted p is at most `significance`. */
  isSignificant: boolean
}

export type Hotspots = {
  /** How many points were counted. */
  n: number
  acrossMeters: number
  permutations: number
  seed: number
  significance: number
  /** How many cells have p at most `significance`, as it is and adjusted: none is an answer. */
  significantCells: number
  significantCellsAdjusted: number
  cells: FeatureCollection<Polygon, HotspotProperties>
}

export type HotspotOptions = { acrossMeters?: number; permutations?: number; seed?: number }

/**
 * Gi* of points in degrees (WGS 84), each counted once, over hexagons that hold or border one; cells in the order of their first points.
 * Without points there are no cells. Throws a RangeError for a width that is not above 0.
 */
export function findHotspots(
  { lng, lat }: { lng: ArrayLike<number>; lat: ArrayLike<number> },
  { acrossMeters = ACROSS_METERS, permutations = PERMUTATIONS, seed = GETIS_ORD_SEED }: HotspotOptions = {},
): Hotspots {
  const hexagons = toHexagons(projectPoints(lng, lat), acrossMeters)
  const { sums, z, p, pAdjusted } = measureHotspots(hexagons, { permutations, seed })
  const isLow = (value: number) => value <= SIGNIFICANCE
  const features = z.map((score, cell) => ({
    type: 'Feature' as const,
    geometry: {
      type: 'Polygon' as const,
      coordinates: [toCorners(acrossMeters, hexagons.q[cell] ?? 0, hexagons.r[cell] ?? 0)],
    },
    properties: {
      count: hexagons.points[cell] ?? 0,
      countAround: sums[cell] ?? 0,
      z: score,
      p: p[cell] ?? 1,
      pAdjusted: pAdjusted[cell] ?? 1,
      isSignificant: isLow(pAdjusted[cell] ?? 1),
    },
  }))
  return {
    n: lng.length,
    acrossMeters,
    permutations,
    seed,
    significance: SIGNIFICANCE,
    significantCells: p.filter(isLow).length,
    significantCellsAdjusted: pAdjusted.filter(isLow).length,
    cells: { type: 'FeatureCollection', features },
  }
}
