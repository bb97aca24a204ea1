/** What moderators choose from: decisions on a proposal, and the parts of their queue. */
export const DECISIONS = ['accept', 'decline', 'ask', 'take'] as const
export type DecisionKind = (typeof DECISIONS)[number]

export const QUEUE_SHOWS = ['open', 'candidates', 'accepted', 'declined'] as const
export type QueueShow = (typeof QUEUE_SHOWS)[number]

/** Why the database did not do what a signed-in person asked for, as a code that pages tell in words. */
export const STAFF_FAULTS = ['forbidden', 'refused', 'unavailable'] as const
export type StaffFault = (typeof STAFF_FAULTS)[number]
