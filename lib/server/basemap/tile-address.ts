/** The place of a tile in a path: `z/x/y` in the usual Web Mercator grid. */
import type { Bbox } from '#lib/core/domain/bbox.ts'

export type TileAddress = { z: number; x: number; y: number }

const MAX_ZOOM = 22
/** Nobody pans farther from the city than this many times its own extent. */
const MARGIN = 2

/** Reads a tile's place; null when a part is no whole number or lies outside the grid. */
export function parseTileAddress(parts: { z: string; x: string; y: string }): TileAddress | null {
  const [z, x, y] = [parts.z, parts.x, parts.y].map((text) => (/^\d{1,8}$/.test(text) ? Number(text) : -1))
  if (z === undefined || x === undefined || y === undefined) return null
  if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 2 ** z || y >= 2 ** z) return null
  return { z, x, y }
}

/** Whether a tile lies in the city's surroundings, so that our proxy serves this map and no other. Box in degrees. */
export function isNearBox({ z, x, y }: TileAddress, [west, south, east, north]: Bbox): boolean {
  const [width, height] = [(east - west) * MARGIN, (north - south) * MARGIN]
  const count = 2 ** z
  const toRow = (lat: number) => (count * (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI)) / 2
  const toColumn = (lng: number) => (count * (lng + 180)) / 360
  return (
    x + 1 > toColumn(west - width) &&
    x < toColumn(east + width) &&
    y + 1 > toRow(Math.min(north + height, 85)) &&
    y < toRow(Math.max(south - height, -85))
  )
}
