/** The order of places along a curve that keeps near ones together (Morton 1966): the bits of two 26-bit numbers in turn. */

/** Interleaves `x` and `y`, `x` in the lower bit of each pair; a double holds the 52 bits exactly. */
export function mortonCode(x: number, y: number): number {
  return spread(x >>> 13, y >>> 13) * HALF + spread(x & 0x1fff, y & 0x1fff)
}

const HALF = 2 ** 26

function spread(x: number, y: number): number {
  let code = 0
  for (let bit = 12; bit >= 0; bit--) code = code * 4 + ((y >>> bit) & 1) * 2 + ((x >>> bit) & 1)
  return code
}

/** The seven bits at even positions of fourteen: four readings a half take a code apart. */
const EVEN_BITS = Uint8Array.from({ length: 1 << 14 }, (_, bits) => {
  let even = 0
  for (let bit = 6; bit >= 0; bit--) even = even * 2 + ((bits >>> (2 * bit)) & 1)
  return even
})

/** So many steps are read at a time: few enough to stay in the processor's own memory. */
const CHUNK = 1024

/**
 * From the steps between codes, which `fill` reads, to both numbers. Neighbours share their upper half, which is taken apart
 * only when it changes.
 */
export function readMortonSteps(fill: (steps: Float64Array) => void, x: Float64Array, y: Float64Array): void {
  const chunk = new Float64Array(CHUNK)
  let upper = 0
  let upperX = 0
  let upperY = 0
  let lower = 0
  for (let start = 0; start < x.length; start += CHUNK) {
    const steps = chunk.subarray(0, x.length - start)
    fill(steps)
    for (let index = 0; index < steps.length; index++) {
      lower += steps[index] ?? 0
      if (lower >= HALF) {
        const carry = Math.floor(lower / HALF)
        lower -= carry * HALF
        upper += carry
        upperX = evenBits(upper) << 13
        upperY = evenBits(upper >>> 1) << 13
      }
      x[start + index] = upperX | evenBits(lower)
      y[start + index] = upperY | evenBits(lower >>> 1)
    }
  }
}

function evenBits(bits: number): number {
  return (EVEN_BITS[bits & 0x3fff] ?? 0) | ((EVEN_BITS[(bits >>> 14) & 0x3fff] ?? 0) << 7)
}
