/** Reads days, from files, forms, JSON and addresses alike. Days travel as ISO dates (2026-11-24). */
import { readText } from './text-value.ts'
import { toShownText, ValueFault } from './value-fault.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100

export const DAY_PRECISIONS = ['day', 'month', 'year'] as const
export type DayPrecision = (typeof DAY_PRECISIONS)[number]
/** A day, or the first one of a month or a year that is known alone. */
export type VagueDay = { day: string; precision: DayPrecision }

/** 2026-11-24 or 24.11.2026, from 1900 to 2100, as an ISO date; null for none. Throws a ValueFault for anything else. */
export function readDay(value: unknown): string | null {
  const text = readText(value, Number.POSITIVE_INFINITY)
  return text === null ? null : toDate(text)
}

/** A day, a month (2026-11) or a year (2026), with its precision. */
export function readVagueDay(value: unknown): VagueDay | null {
  const text = readText(value, Number.POSITIVE_INFINITY)
  if (text === null) return null
  if (/^\d{4}$/.test(text)) return { day: toDate(`${text}-01-01`), precision: 'year' }
  if (/^\d{4}-\d{2}$/.test(text)) return { day: toDate(`${text}-01`), precision: 'month' }
  return { day: toDate(text), precision: 'day' }
}

/** An ISO date of an address; null for any other text. */
export function parseIsoDate(text: string | null): string | null {
  const parts = splitIso(text ?? '')
  return parts && isInCalendar(parts) ? text : null
}

type Parts = { year: number; month: number; day: number }

function toDate(text: string): string {
  const parts = splitIso(text) ?? splitGerman(text)
  const shown = toShownText(text)
  if (!parts) throw new ValueFault({ code: 'no-day', values: { text: shown } })
  const { year, month, day } = parts
  if (!isInCalendar(parts)) throw new ValueFault({ code: 'no-such-day', values: { text: shown, month } })
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new ValueFault({
      code: 'too-far-away',
      values: { text: shown, first: FIRST_YEAR, last: LAST_YEAR },
    })
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

function splitIso(text: string): Parts | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return day === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) }
}

function splitGerman(text: string): Parts | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) }
}

function isInCalendar({ year, month, day }: Parts): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
