/** What the card of an entry shows, as the server gives it for the first page and for every card after. */
import type { Entry } from './fields/field-values.ts'
import type { EntryMark } from './listed-entry.ts'
import type { Photo } from './photo.ts'
import type { SpaceFacts } from './space-facts.ts'

export type NearbyEntry = { slug: string; name: string; mark: EntryMark; meters: number }

export type EntryDetails = {
  entry: Entry
  /** Nearest first; none where the entry's own place is not shown exactly. */
  nearby: readonly NearbyEntry[]
  photos: readonly Photo[]
  /** Null for a business, and where the database did not answer. */
  space: SpaceFacts | null
}

/** Why an address that once showed an entry shows none any more. */
export const DEPARTURES = ['withdrawn', 'taken'] as const
export type Departure = (typeof DEPARTURES)[number]
