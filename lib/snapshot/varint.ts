/** Numbers as bytes: seven bits a byte, the eighth says that more follow (LEB128); signs folded in by zigzag. */

export type Writer = {
  byte(value: number): void
  unsigned(value: number): void
  signed(value: number): void
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
    signed: (value) => unsigned(value < 0 ? -2 * value - 1 : 2 * value),
    bytes: () => buffer.slice(0, length),
  }
}

export type Reader = {
  byte(): number
  unsigned(): number
  signed(): number
  skip(count: number): Uint8Array
  rest(): number
}

/** Reads what the writer wrote; throws a RangeError when the bytes end too early. */
export function createReader(bytes: Uint8Array): Reader {
  let at = 0
  const byte = () => {
    const value = bytes[at++]
    if (value === undefined) throw new RangeError('The snapshot ends too early: load it again.')
    return value
  }
  const unsigned = () => {
    let value = 0
    let factor = 1
    for (let part = byte(); ; part = byte()) {
      value += (part & 127) * factor
      if (part < 128) return value
      factor *= 128
    }
  }
  return {
    byte,
    unsigned,
    signed: () => {
      const folded = unsigned()
      return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2
    },
    skip: (count) => {
      if (at + count > bytes.length) throw new RangeError('The snapshot ends too early: load it again.')
      at += count
      return bytes.slice(at - count, at)
    },
    rest: () => bytes.length - at,
  }
}
