/** "Did you mean": the nearest known word to a mistyped one. */

import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { type ImportMessage, toImportMessage } from '#lib/server/import/import-messages.ts'

/** A closed half sentence with the nearest of the known words, or the list of them where none is near. */
export function toSuggestion(word: string, known: readonly string[]): ImportMessage {
  const near = findNear(word, known)
  return near === null
    ? toImportMessage('hints.known', { known: known.join(', ') })
    : toImportMessage('hints.did-you-mean', { near })
}

/** The same in English, for commands. */
export function suggestInEnglish(word: string, known: readonly string[]): string {
  return formatImportMessage('en', toSuggestion(word, known))
}

/** The nearest of the known words; null where all are further away than slips of the hand go. */
export function findNear(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase()
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : null
}

/** Levenshtein 1966: insertions, deletions and replacements that lead from one word to the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const current = [i]
    for (let j = 1; j <= to.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
