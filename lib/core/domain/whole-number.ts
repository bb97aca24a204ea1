/** Whole numbers within limits. */

/** The nearest that may be. */
function clamp(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value))
}

/** Rounded, a number beyond the limits to the nearer one; null for what is no number. */
export function parseWhole(text: string | null, limits: readonly [number, number]): number | null {
  return text !== null && /^\d{1,6}(\.\d+)?$/.test(text) ? clamp(Math.round(Number(text)), limits) : null
}
