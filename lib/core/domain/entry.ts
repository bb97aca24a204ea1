/** What stands on the map: an entry is a business or a space. The lists are bytes in the snapshot: append, never reorder. */
export const KINDS = ['business', 'space'] as const
export type Kind = (typeof KINDS)[number]

/** What a space is good for; `shop` is the ordinary vacant shop. */
export const SPACE_USES = [
  'shop',
  'office',
  'studio',
  'workshop',
  'hall',
  'rehearsal',
  'window',
  'plot',
  'desk',
] as const
export type SpaceUse = (typeof SPACE_USES)[number]

/** A space's life, in order; each step is dated and kept. */
export const SPACE_STATES = [
  'reported',
  'verified',
  'offered',
  'reserved',
  'temporary_use',
  'let',
  'not_vacant',
  'demolished',
] as const
export type SpaceState = (typeof SPACE_STATES)[number]

/** The states in which nobody uses a space. */
export const VACANT_STATES = [
  'reported',
  'verified',
  'offered',
  'reserved',
] as const satisfies readonly SpaceState[]

/** The states in which a space is published. */
export const SHOWN_SPACE_STATES = [...VACANT_STATES, 'temporary_use'] as const satisfies readonly SpaceState[]

/** The states in which an entry is published, as people read them. */
export const SHOWN_STATES = ['unverified', ...SHOWN_SPACE_STATES] as const satisfies readonly EntryState[]

/** What a space costs, in classes that need no figure. */
export const RENT_CLASSES = ['free', 'low', 'middle', 'high'] as const

/**
 * An entry's state on the map, one byte in the snapshot: a space's state, or for a business whether somebody
 * has verified it. Outlined while `unverified` or `reported`, filled afterwards.
 */
export const ENTRY_STATES = ['unverified', ...SPACE_STATES] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** How much of an entry's place the public sees. */
export const DISCLOSURES = ['exact', 'blurred', 'district', 'none'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

/** Who can say that an entry is true. */
export const CONFIRMERS = ['owner', 'citizen', 'moderator', 'source'] as const
