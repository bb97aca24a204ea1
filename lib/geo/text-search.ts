/** The text search over the snapshot's texts: every word of the query must occur. */
import { readDistrict, type SnapshotTexts } from '#lib/snapshot/format.ts'

/** Marks the entries in whose texts every word of the query occurs; null for an empty query. */
export function searchTexts(texts: SnapshotTexts, query: string): Uint8Array | null {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return Uint8Array.from(texts.names, (name, rank) => {
    const parts = [
      name,
      readDistrict(texts, rank),
      texts.addresses[rank],
      texts.summaries[rank],
      ...(texts.services[rank] ?? []),
    ]
    const text = fold(parts.join(' '))
    return words.every((word) => text.includes(word)) ? 1 : 0
  })
}

/** Lower case, without accents, umlauts written out: "Müller", "Mueller" and "MÜLLER" are one. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
}
