/** How far a misspelt word is from a word of the register, counted in slips of the finger. */
import { MAX_WORD_LENGTH } from './fold.ts'

/** No distance that anybody asks for. */
export const TOO_FAR = 99

export type Distance = { edits: number; at: 'start' | 'inside' }

/**
 * The fewest edits (insert, drop, replace, swap of neighbours) that make `asked` a part of `word`, and whether that part is its
 * beginning; TOO_FAR beyond `limit`. Sellers 1980 for parts, with the swap of optimal string alignment.
 */
export function measureEdits(asked: string, word: string, limit: number): Distance {
  const inside = fewestEdits(asked, word, limit, 0)
  if (inside > limit) return { edits: TOO_FAR, at: 'inside' }
  const atStart = fewestEdits(asked, word, limit, 1)
  return atStart === inside ? { edits: inside, at: 'start' } : { edits: inside, at: 'inside' }
}

/** Which of 32 buckets of letters a word uses: each edit can bring in one missing letter at most. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** Whether so few letters are missing that the edits could be enough. */
export function mayBeNear(askedLetters: number, wordLetters: number, limit: number): boolean {
  let missing = askedLetters & ~wordLetters
  for (let left = limit; missing !== 0 && left > 0; left--) missing &= missing - 1
  return missing === 0
}

/** Fills the table row by row, three in memory; `skipCost` is what passing over a letter before the part costs. */
function fewestEdits(asked: string, word: string, limit: number, skipCost: 0 | 1): number {
  let [older, old, row] = [rows[0], rows[1], rows[2]]
  for (let column = 0; column <= word.length; column++) old[column] = column * skipCost
  for (let line = 1; line <= asked.length; line++) {
    const letter = asked.charCodeAt(line - 1)
    let best = line
    row[0] = line
    for (let column = 1; column <= word.length; column++) {
      const other = word.charCodeAt(column - 1)
      let cost = (old[column - 1] ?? 0) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (old[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1)
      const isSwap =
        line > 1 && letter === word.charCodeAt(column - 2) && other === asked.charCodeAt(line - 2)
      if (isSwap) cost = Math.min(cost, (older[column - 2] ?? 0) + 1)
      row[column] = cost
      best = Math.min(best, cost)
    }
    if (best > limit) return TOO_FAR
    ;[older, old, row] = [old, row, older]
  }
  let fewest = TOO_FAR
  for (let column = 0; column <= word.length; column++) fewest = Math.min(fewest, old[column] ?? TOO_FAR)
  return fewest
}

const rows = [0, 1, 2].map(() => new Uint8Array(MAX_WORD_LENGTH + 1)) as [Uint8Array, Uint8Array, Uint8Array]
