/** Coordinates of a row to degrees, checked: numbers, order, and whether the place lies where the file's places must lie. */
import proj4 from 'proj4'
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import type { Projection } from './profile.ts'
import { RowFault } from './row.ts'

// The definitions of the EPSG register; proj4 brings 4326 and 3857 itself.
proj4.defs('EPSG:25832', '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs')
proj4.defs('EPSG:25833', '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs')

export type LngLat = { lng: number; lat: number }

/** Reads two columns; null when both are empty. A decimal comma is understood. */
export function parseCoordinates(lng: string | undefined, lat: string | undefined): [number, number] | null {
  if (!lng && !lat) return null
  return [parseCoordinate('lng', lng), parseCoordinate('lat', lat)]
}

function parseCoordinate(field: string, text: string | undefined): number {
  if (!text) throw new RowFault(field, 'one-coordinate')
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(number)) throw new RowFault(field, 'no-coordinate', { text })
  return number
}

/** Projected metres or degrees to degrees (seven decimals) inside the box; else a RowFault that names the likely mistake. */
export function toLngLat([x, y]: readonly [number, number], projection: Projection, box: Bbox): LngLat {
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RowFault('lng, lat', 'no-numbers')
  const place = project(x, y, projection)
  if (place && containsPoint(box, place.lng, place.lat)) return place
  const swapped = project(y, x, projection)
  if (swapped && containsPoint(box, swapped.lng, swapped.lat))
    throw new RowFault('lng, lat', 'swapped', { x, y })
  if (projection === 'EPSG:4326' && (Math.abs(x) > 180 || Math.abs(y) > 90))
    throw new RowFault('lng, lat', 'no-degrees', { x, y })
  throw new RowFault('lng, lat', 'outside', { x, y, box: box.join(', ') })
}

function project(x: number, y: number, projection: Projection): LngLat | null {
  const [lng, lat] = projection === 'EPSG:4326' ? [x, y] : proj4(projection, 'EPSG:4326', [x, y])
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return null
  return { lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) }
}
