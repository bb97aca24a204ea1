/** Names: how they are compared, and the readable part of an entry's address. */
import { createHash, randomUUID } from 'node:crypto'

/** Umlauts are two signs here: names are taken apart first. */
const SPELLED: Record<string, string> = {
  'a\u0308': 'ae',
  'o\u0308': 'oe',
  'u\u0308': 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/** What stands in the place of a name; such rows are never taken for one another. */
const PLACEHOLDERS = new Set(
  'vacant vacantspace leerstand leerstehend leer unbekannt unknown unnamed ohnename noname na none keinename tolet zuvermieten todo test'.split(
    ' ',
  ),
)

/** Lower case, no accents, no punctuation, umlauts spelled out: as `private.normalise_name` in the database. */
export function normaliseName(name: string): string {
  return toPlain(name).replace(/[^a-z0-9]+/g, '')
}

/** Whether a name may show that two rows are the same place. */
export function isTellingName(name: string): boolean {
  const normal = normaliseName(name)
  return normal.length > 1 && !PLACEHOLDERS.has(normal)
}

/**
 * The entry's address: its name and ten signs of the row's identity, so that it is the same in every run. Where the place is
 * not shown exactly the signs are drawn by lot: an identity may come from the true coordinates and could be tried out.
 */
export function toSlug(name: string, identity: string | null): string {
  const words = toPlain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return `${words || 'eintrag'}-${toHash(identity ?? randomUUID()).slice(0, 10)}`
}

/** A reference as it stands, unless it is long or holds signs that a database refuses; then its hash. */
export function toRef(text: string): string {
  const isPlain = text.length <= 200 && !/[\p{Cc}\p{Cs}]/u.test(text)
  return isPlain ? text : `hash/${toHash(text)}`
}

/** SHA-256 as 64 hexadecimal digits. */
export function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function toPlain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[aou]\u0308|[ßæø]/g, (letter) => SPELLED[letter] ?? '')
    .replace(/\p{M}+/gu, '')
}
