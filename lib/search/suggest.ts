/** What the search box proposes while somebody types: some of each kind, entries first. */
import type { SnapshotPoints, SnapshotTexts } from '#lib/snapshot/format.ts'
import { catalogueOf, findLabels, type Label, type Labels } from './labels.ts'
import { bestOf, MOST_EDITS } from './match.ts'
import { matchEntries } from './search-texts.ts'

export type Suggestions = {
  /** Ranks. */
  entries: number[]
  disciplines: Label[]
  services: Label[]
  districts: Label[]
  streets: Label[]
}

const MOST_ENTRIES = 5
const MOST_LABELS = 3

/** The best of each kind. Labels are forgiven no more edits than entries need: what is spelt rightly comes alone. */
export function suggest(
  { texts, points }: { texts: SnapshotTexts; points: SnapshotPoints },
  disciplines: Labels,
  query: string,
): Suggestions {
  const match = matchEntries(texts, query)
  const catalogue = catalogueOf(texts, points)
  const find = (labels: Labels) => findLabels(labels, query, match?.edits ?? MOST_EDITS, MOST_LABELS)
  return {
    entries: match ? bestOf(match.penalties, MOST_ENTRIES) : [],
    disciplines: find(disciplines),
    services: find(catalogue.services),
    districts: find(catalogue.districts),
    streets: find(catalogue.streets),
  }
}
