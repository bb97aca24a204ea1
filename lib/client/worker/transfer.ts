/** Which memory of a message can be handed over instead of copied. */

/** How far typed arrays lie within what our functions give: answer, result, image, grid. */
const MAX_DEPTH = 3

/** Buffers of typed arrays in objects within objects; lists are not looked into, for they hold features by the thousand. */
export function listBuffers(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
    } else if (depth <= MAX_DEPTH) for (const inner of Object.values(value)) look(inner, depth + 1)
  }
  look(message, 0)
  return [...found]
}
