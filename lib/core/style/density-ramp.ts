/** Density as colour over a map: from nothing, through which the ground is seen, to the darkest (at night the brightest) end of the ramp. */
import { DENSITY_RAMP, type Theme } from './tokens.ts'

const STEPS = 256
/** So much of the ground is hidden by the strongest colour. */
const MAX_ALPHA = 0.9

/** 256 colours as RGBA bytes, alpha not multiplied in. Opacity rises quickly, so that the scale is read by its colours. */
export function toRampTable(theme: Theme): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * STEPS)
  for (let step = 0; step < STEPS; step++) {
    const share = step / (STEPS - 1)
    table.set([...mix(theme, share), 255 * toAlpha(share)], 4 * step)
  }
  return table
}

/** An opaque colour of the ramp as `rgb()`, for areas that are coloured as a whole. */
export function toRampColor(theme: Theme, share: number): string {
  // The ramp's beginning is the ground itself, which would say nothing.
  return `rgb(${mix(theme, 0.12 + 0.88 * Math.min(1, Math.max(0, share))).join(',')})`
}

/** The ramp as a CSS gradient from left to right, to lie on the map's ground. */
export function toRampGradient(theme: Theme): string {
  const stops = Array.from({ length: 17 }, (_, stop) => {
    const share = stop / 16
    return `rgb(${mix(theme, share).join(' ')} / ${toAlpha(share).toFixed(3)})`
  })
  return `linear-gradient(to right, ${stops.join(', ')})`
}

function toAlpha(share: number): number {
  return MAX_ALPHA * (1 - (1 - share) ** 3)
}

function mix(theme: Theme, share: number): number[] {
  const ramp = DENSITY_RAMP[theme]
  const place = share * (ramp.length - 1)
  const low = Math.min(Math.floor(place), ramp.length - 2)
  const [from, to] = [toBytes(ramp[low]), toBytes(ramp[low + 1])]
  return from.map((channel, index) => Math.round(channel + (place - low) * ((to[index] ?? 0) - channel)))
}

function toBytes(color = '#000000'): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
}
