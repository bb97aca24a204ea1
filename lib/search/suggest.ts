/** What the search box proposes while somebody types: some of each kind, entries first. */
import type { SnapshotPoints, SnapshotTexts } from '#lib/snapshot/format.ts'
import { catalogueOf, findLabels, type Label, type Labels, type Named } from './labels.ts'
import { bestOf, MOST_EDITS } from './match.ts'
import { matchEntries } from './search-texts.ts'

export type Suggestions<T extends Named> = {
  /** Ranks. */
  entries: number[]
  disciplines: T[]
  services: Label[]
  districts: Label[]
  streets: Label[]
}

const MOST_ENTRIES = 5
const MOST_LABELS = 3

/** The best of each kind; the disciplines come in the reader's language. Labels are forgiven no more edits than entries need: what is spelt rightly comes alone. */
export function suggest<T extends Named>(
  { texts, points }: { texts: SnapshotTexts; points: SnapshotPoints },
  disciplines: Labels<T>,
  query: string,
): Suggestions<T> {
  const match = matchEntries(texts, query)
  const catalogue = catalogueOf(texts, points)
  const find = <L extends Named>(labels: Labels<L>) =>
    findLabels(labels, query, match?.edits ?? MOST_EDITS, MOST_LABELS)
  return {
    entries: match ? bestOf(match.penalties, MOST_ENTRIES) : [],
    disciplines: find(disciplines),
    services: find(catalogue.services),
    districts: find(catalogue.districts),
    streets: find(catalogue.streets),
  }
}
