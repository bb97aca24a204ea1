/** The count that stands in the middle of a mark of several. */
import type { Kind } from '#lib/core/domain/entry.ts'

/** Size of the text in CSS pixels by the count's length: a donut grows with it, the square of spaces hardly does. */
const SIZES: Record<Kind, readonly [upTo99: number, upTo999: number, more: number]> = {
  business: [14, 15, 16],
  space: [13, 13, 11],
}

export function countLabelPixels(kind: Kind, count: number): number {
  const [few, many, most] = SIZES[kind]
  return count < 100 ? few : count < 1000 ? many : most
}
