/** Answers that cost time to work out, kept while their version is the current one and there is room. */

const MAX_BYTES = 64_000_000
const MAX_ANSWERS = 50

let kept: { version: string; answers: Map<string, Uint8Array<ArrayBuffer>> } = {
  version: '',
  answers: new Map(),
}

/** The answer of a key in a version: the kept one, else what `work` gives, for which the longest unused ones make room. */
export function keepAnswer(
  version: string,
  key: string,
  work: () => Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (kept.version !== version) kept = { version, answers: new Map() }
  const { answers } = kept
  const body = answers.get(key) ?? work()
  // A map keeps the order of its insertions: asked for last, stands last.
  answers.delete(key)
  answers.set(key, body)
  let bytes = [...answers.values()].reduce((sum, answer) => sum + answer.length, 0)
  for (const [oldest, answer] of answers) {
    if (bytes <= MAX_BYTES && answers.size <= MAX_ANSWERS) break
    answers.delete(oldest)
    bytes -= answer.length
  }
  return body
}
