/** What became of the rows: every row read ends in exactly one of seven counts. */
export const OUTCOMES = [
  'added',
  'updated',
  'unchanged',
  'review',
  'duplicates',
  'rejected',
  'skipped',
] as const
export type RowOutcome = (typeof OUTCOMES)[number]
export type Counts = { read: number } & Record<RowOutcome, number>

export function createCounts(): Counts {
  return { read: 0, added: 0, updated: 0, unchanged: 0, review: 0, duplicates: 0, rejected: 0, skipped: 0 }
}
