/** Numbers as bytes: seven bits a byte, the eighth says that more follow (LEB128). Whole numbers from 0 to 2^53 - 1. */

export type Writer = {
  byte(value: number): void
  unsigned(value: number): void
  bytes(): Uint8Array
}

/** A buffer that grows. */
export function createWriter(): Writer {
  let buffer = new Uint8Array(1024)
  let length = 0
  const byte = (value: number) => {
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2)
      larger.set(buffer)
      buffer = larger
    }
    buffer[length++] = value
  }
  const unsigned = (value: number) => {
    let rest = value
    while (rest > 127) {
      byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    byte(rest)
  }
  return {
    byte,
    unsigned,
    bytes: () => buffer.slice(0, length),
  }
}

export type Reader = {
  unsigned(): number
  /** As many numbers as there is room for, at a fraction of the cost of one by one. */
  fill(values: Float64Array): void
  skip(count: number): Uint8Array
  rest(): number
}

const TOO_EARLY = 'The snapshot ends too early: load it again.'

/** Reads what the writer wrote; throws a RangeError when the bytes end too early. */
export function createReader(bytes: Uint8Array): Reader {
  let at = 0
  const fill = (values: Float64Array) => {
    let next = at
    for (let index = 0; index < values.length; index++) {
      let part = bytes[next++] ?? 0
      let value = part & 127
      // Small integers as long as they fit, since most numbers do.
      for (let shift = 7; part > 127 && shift < 28; shift += 7) {
        part = bytes[next++] ?? 0
        value |= (part & 127) << shift
      }
      values[index] = value
      for (let factor = 2 ** 28; part > 127; factor *= 128) {
        part = bytes[next++] ?? 0
        values[index] = (values[index] ?? 0) + (part & 127) * factor
      }
    }
    if (next > bytes.length) throw new RangeError(TOO_EARLY)
    at = next
  }
  const one = new Float64Array(1)
  return {
    unsigned: () => {
      fill(one)
      return one[0] ?? 0
    },
    fill,
    skip: (count) => {
      if (at + count > bytes.length) throw new RangeError(TOO_EARLY)
      at += count
      return bytes.slice(at - count, at)
    },
    rest: () => bytes.length - at,
  }
}
