/** What the search box proposes while somebody types: some of each kind, entries first. */
import type { SnapshotPoints, SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { readQuery } from './fold.ts'
import { catalogueOf, findLabels, type Label, type Labels, type Named, toLabels } from './labels.ts'
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
const MOST_STREETS_SEEN = 50

/** The best of each kind; the disciplines come in the reader's language. Labels are forgiven no more edits than entries need: what is spelt rightly comes alone. */
export function suggestFor<T extends Named>(
  snapshot: { texts: SnapshotTexts; points: SnapshotPoints },
  disciplines: Labels<T>,
  query: string,
): Suggestions<T> {
  const match = matchEntries(snapshot, query)
  const catalogue = catalogueOf(snapshot.texts, snapshot.points)
  const mostEdits = match?.edits ?? MOST_EDITS
  const find = <L extends Named>(labels: Labels<L>) => findLabels(labels, query, mostEdits, MOST_LABELS)
  return {
    entries: match ? bestOf(match.penalties, MOST_ENTRIES) : [],
    disciplines: find(disciplines),
    services: find(catalogue.services),
    districts: find(catalogue.districts),
    streets: findStreets(catalogue.streets, query, mostEdits),
  }
}

/** "opladen" asks for no street in Opladen, while "markt opladen" does: some word has to be meant for the street itself. */
function findStreets(streets: Labels, query: string, mostEdits: number): Label[] {
  const words = readQuery(query)
  const isMeant = ({ label }: Label) =>
    words.some((word) => findLabels(toLabels([{ label, detail: '' }]), word, mostEdits, 1).length > 0)
  return findLabels(streets, query, mostEdits, MOST_STREETS_SEEN).filter(isMeant).slice(0, MOST_LABELS)
}
