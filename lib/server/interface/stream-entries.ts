/** Files of any length as a stream in parts of some hundred entries, so that a long export never stands whole in memory. */
import type { Entry } from '#lib/core/domain/fields/field-values.ts'

const ENTRIES_PER_PART = 500

type Form = {
  head: string
  /** The text of some entries; `isFirst` where nothing stands before them but the head. */
  part(entries: readonly Entry[], isFirst: boolean): string
  tail: string
}

/** UTF-8; encoded only as fast as it is read. */
export function streamEntries(
  entries: readonly Entry[],
  { head, part, tail }: Form,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    pull: (controller) => {
      const some = entries.slice(next, next + ENTRIES_PER_PART)
      if (some.length > 0) controller.enqueue(encoder.encode(part(some, next === 0)))
      next += some.length
      if (next < entries.length) return
      if (tail) controller.enqueue(encoder.encode(tail))
      controller.close()
    },
  })
}
