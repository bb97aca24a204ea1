/** How smooth a density is, in metres. */
import { parseWhole } from './whole-number.ts'

/** A walkable block. */
export const BANDWIDTH_METERS = 250
/** A block at least, ten minutes on foot at most. */
export const BANDWIDTH_LIMITS = [100, 800] as const

/** Within the limits; null for what is no number. */
export function parseBandwidth(text: string | null): number | null {
  return parseWhole(text, BANDWIDTH_LIMITS)
}
