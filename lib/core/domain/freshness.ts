/** How old a confirmation is. Days are counted from 1970-01-01; 0 stands for "never confirmed". */

/** An entry ages visibly when nobody has confirmed it for so long. */
const RECENT_DAYS = 365

const DAY_MILLISECONDS = 86_400_000

/** The day of an ISO date (`2026-11-24`) or of a moment, in UTC; 0 for none. */
export function toDay(date: string | Date | null): number {
  if (date === null) return 0
  return Math.floor(new Date(date).getTime() / DAY_MILLISECONDS)
}

/** A day as an ISO date. */
export function toIsoDate(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** The first day that counts as recent on a day. */
export function recentSince(today: number): number {
  return today - RECENT_DAYS
}
