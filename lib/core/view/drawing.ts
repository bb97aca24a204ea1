/**
 * Outlines that somebody drew, short enough for an address: corners to a hundred-thousandth of a degree (about a metre), the first as it
 * is, the others as steps, in base 36; `_` between numbers, `.` between outlines.
 */
import type { Position } from 'geojson'

/** A closed outline without holes: corners `[lng, lat]` in degrees (WGS 84), the first not repeated. */
export type Drawing = readonly Position[]

export const MAX_DRAWINGS = 4
/** An address bears so many. */
export const MAX_DRAWN_CORNERS = 60
const PER_DEGREE = 1e5

/** What is mangled is left out. */
export function parseDrawings(text: string | null): Drawing[] {
  return (text ?? '')
    .split('.')
    .map(parseDrawing)
    .filter((drawing) => drawing !== null)
    .slice(0, MAX_DRAWINGS)
}

export function formatDrawings(drawings: readonly Drawing[]): string {
  return drawings.map(formatDrawing).join('.')
}

function parseDrawing(text: string): Drawing | null {
  const numbers = text
    .split('_')
    .map((part) => (/^-?[0-9a-z]{1,6}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN))
  if (numbers.length % 2 !== 0 || numbers.length < 6 || numbers.length > 2 * MAX_DRAWN_CORNERS) return null
  const corners: Position[] = []
  let lng = 0
  let lat = 0
  for (let place = 0; place < numbers.length; place += 2) {
    lng += numbers[place] ?? Number.NaN
    lat += numbers[place + 1] ?? Number.NaN
    corners.push([lng / PER_DEGREE, lat / PER_DEGREE])
  }
  return corners.every(([x = 0, y = 0]) => Math.abs(x) <= 180 && Math.abs(y) <= 85) ? corners : null
}

function formatDrawing(drawing: Drawing): string {
  let before = [0, 0]
  return drawing
    .flatMap((corner) => {
      const [lng = 0, lat = 0] = corner.map((degrees) => Math.round(degrees * PER_DEGREE))
      const step = [lng - (before[0] ?? 0), lat - (before[1] ?? 0)]
      before = [lng, lat]
      return step.map((number) => number.toString(36))
    })
    .join('_')
}
