/**
 * One scan over the snapshot: which entries match, and the counts beside every filter value. Counts of disciplines are taken
 * under the other filters, so that a value always says how many entries it would bring.
 */
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { KINDS } from '#lib/domain/entry.ts'
import type { Filter } from '#lib/domain/filter.ts'
import type { SnapshotPoints, SnapshotTexts } from '#lib/snapshot/format.ts'

export type Scan = {
  /** One byte per rank: 1 where the entry matches. */
  mask: Uint8Array
  matching: number
  /** Per discipline, primary or secondary, under the filters of kind and text. */
  byDiscipline: Uint32Array
  /** Per kind, under the filters of discipline and text. */
  byKind: Uint32Array
}

/** Scans all entries. `found` is a mask of the text search; null where nothing is searched for. */
export function scanEntries(points: SnapshotPoints, filter: Filter, found: Uint8Array | null): Scan {
  const wanted = filter.disciplines.reduce(
    (bits, discipline) => bits | (1 << DISCIPLINES.indexOf(discipline)),
    0,
  )
  const kind = filter.kind === null ? -1 : KINDS.indexOf(filter.kind)
  const scan: Scan = {
    mask: new Uint8Array(points.count),
    matching: 0,
    byDiscipline: new Uint32Array(DISCIPLINES.length),
    byKind: new Uint32Array(KINDS.length),
  }
  for (let rank = 0; rank < points.count; rank++) {
    if (found && !found[rank]) continue
    const primary = points.discipline[rank] ?? 0
    const bits = (points.secondaryMask[rank] ?? 0) | (primary < DISCIPLINES.length ? 1 << primary : 0)
    const ofKind = points.kind[rank] ?? 0
    const inKind = kind < 0 || ofKind === kind
    const inDisciplines = wanted === 0 || (bits & wanted) !== 0
    if (inKind) countBits(bits, scan.byDiscipline)
    if (inDisciplines) scan.byKind[ofKind] = (scan.byKind[ofKind] ?? 0) + 1
    if (!inKind || !inDisciplines) continue
    scan.mask[rank] = 1
    scan.matching += 1
  }
  return scan
}

function countBits(bits: number, counts: Uint32Array): void {
  for (let position = 0, left = bits; left !== 0; position++, left >>>= 1)
    if (left & 1) counts[position] = (counts[position] ?? 0) + 1
}

/** Marks the entries in whose texts every word of the query occurs; null for an empty query. */
export function searchTexts(texts: SnapshotTexts, query: string): Uint8Array | null {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return Uint8Array.from(texts.names, (name, rank) => {
    const parts = [
      name,
      texts.districts[rank],
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
