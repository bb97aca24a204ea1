/** Which entries an area holds: by a drawn outline those that are shown inside it, by a district all that belong to it. */
import { bbox, booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { containsPoint } from '#lib/core/domain/bbox.ts'

export type Outline = Polygon | MultiPolygon

/** Whether a place (degrees, WGS 84) lies in an outline, its edges included. */
export function createInside(outline: Outline): (lng: number, lat: number) => boolean {
  const [west, south, east, north] = bbox(outline)
  return (lng, lat) =>
    containsPoint([west, south, east, north], lng, lat) && booleanPointInPolygon([lng, lat], outline)
}

/** Ranks of the entries that are shown in an outline, ascending. A blurred place counts where everybody sees it. */
export function findInOutline(
  { locatedCount, lng, lat }: { locatedCount: number; lng: ArrayLike<number>; lat: ArrayLike<number> },
  outline: Outline,
): Int32Array {
  const isInside = createInside(outline)
  const ranks: number[] = []
  for (let rank = 0; rank < locatedCount; rank++)
    if (isInside(lng[rank] ?? 0, lat[rank] ?? 0)) ranks.push(rank)
  return Int32Array.from(ranks)
}

/** Ranks of the entries of a district by its place in the list of names, those without a shown place among them. */
export function findInDistrict(districts: ArrayLike<number>, district: number): Int32Array {
  const ranks: number[] = []
  for (let rank = 0; rank < districts.length; rank++) if (districts[rank] === district) ranks.push(rank)
  return Int32Array.from(ranks)
}
