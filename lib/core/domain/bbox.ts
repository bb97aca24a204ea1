/** Boxes in degrees (WGS 84), always `[west, south, east, north]`. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** Whether a point lies in a box, its edges included. Degrees, `lng, lat`. */
export function containsPoint([west, south, east, north]: Bbox, lng: number, lat: number): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

/** Reads `west,south,east,north` in degrees; null when a number is missing, out of range or the box is inverted. */
export function parseBbox(text: string): Bbox | null {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west, south, east, north] = parts
  if (parts.length !== 4 || parts.some((part) => !Number.isFinite(part))) return null
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null
  if (west < -180 || east > 180 || south < -90 || north > 90 || west > east || south > north) return null
  return [west, south, east, north]
}

/** Whether a place lies outside a box; no place lies nowhere, and so not outside. */
export function isBeyond(box: Bbox, { lng, lat }: { lng: number | null; lat: number | null }): boolean {
  return lng !== null && lat !== null && !containsPoint(box, lng, lat)
}
