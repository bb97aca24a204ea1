/** Seeded misspellings as fingers make them on a German keyboard: one or two slips in a text. */
import type { Random } from '#lib/core/geo/plane/random.ts'

const ROWS = ['1234567890ß', 'qwertzuiopü', 'asdfghjklöä', 'yxcvbnm']
const SPELLED_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const LETTER = /\p{L}/u
const SHORTEST_CUT = 4

/** Takes the letters of a text and the place of a slip, which is always a letter. */
type Slip = (letters: string[], at: number, random: Random) => void

const SLIPS: Record<string, Slip> = {
  drop: (letters, at) => letters.splice(at, 1),
  double: (letters, at) => letters.splice(at, 0, letters[at] ?? ''),
  swap: (letters, at) => {
    const other = LETTER.test(letters[at + 1] ?? '') ? at + 1 : at - 1
    const [one, two] = [letters[at], letters[other]]
    if (two !== undefined && LETTER.test(two))
      letters.splice(Math.min(at, other), 2, ...swapped(at < other, one, two))
  },
  neighbour: (letters, at, random) => letters.splice(at, 1, neighbourOf(letters[at] ?? '', random)),
  cut: (letters) => {
    const last = letters.length - letters.lastIndexOf(' ') - 1
    if (last > SHORTEST_CUT) letters.splice(letters.length - Math.min(3, last - SHORTEST_CUT))
  },
}

/** One slip, or two in half of all cases; a text with an umlaut often loses it or has it spelled out. */
export function misspell(text: string, random: Random): string {
  const letters = [...text]
  const slips = random.next() < 0.5 ? 1 : 2
  for (let slip = 0; slip < slips; slip++) {
    const umlaut = letters.findIndex((letter) => letter.toLowerCase() in SPELLED_OUT)
    if (umlaut >= 0 && random.next() < 0.3) {
      const plain = letters[umlaut]?.toLowerCase() ?? ''
      letters[umlaut] = random.next() < 0.5 ? (SPELLED_OUT[plain] ?? '') : plain.normalize('NFD').charAt(0)
      continue
    }
    const places = letters.flatMap((letter, at) => (LETTER.test(letter) ? [at] : []))
    const at = places[Math.floor(random.next() * places.length)] ?? 0
    random.pick(Object.values(SLIPS) as [Slip, ...Slip[]])(letters, at, random)
  }
  return letters.join('')
}

function swapped(forward: boolean, one = '', two = ''): string[] {
  return forward ? [two, one] : [one, two]
}

function neighbourOf(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? ''
  const at = row.indexOf(letter.toLowerCase())
  const near = [row[at - 1], row[at + 1]].filter((key) => key !== undefined && LETTER.test(key))
  return near[Math.floor(random.next() * near.length)] ?? letter
}
