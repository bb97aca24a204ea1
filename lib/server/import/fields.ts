/** Reads single fields of a row: texts, numbers, days, links. Whatever is wrong is a RowFault with its cure. */
import { RowFault } from './row.ts'

/** A text without control characters and outer blanks, no longer than the limit (characters); empty for none. */
export function parseText(field: string, text: string | undefined, maxLength: number): string {
  const clean = (text ?? '').replace(/\p{Cc}+/gu, ' ').trim()
  requireReadable(field, clean)
  if (clean.length > maxLength)
    throw new RowFault(field, 'too-long', { length: clean.length, most: maxLength })
  return clean
}

/** Throws a RowFault where a byte did not belong to the file's encoding, or half a character is left of one. */
export function requireReadable(field: string, text: string): void {
  if (text.includes('\uFFFD')) throw new RowFault(field, 'wrong-encoding', { text: text.slice(0, 80) })
  if (!text.isWellFormed()) throw new RowFault(field, 'half-character')
}

/** A day as 2026-11-24 or 24.11.2026 that exists, to ISO; null for none. */
export function parseDay(field: string, text: string | undefined): string | null {
  if (!text) return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : (german?.slice(1).map(Number).reverse() ?? [])
  if (year === undefined || month === undefined || day === undefined)
    throw new RowFault(field, 'no-day', { text })
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    throw new RowFault(field, 'no-such-day', { text, month })
  if (year < 1900 || year > 2100) throw new RowFault(field, 'too-far-away', { text, first: 1900, last: 2100 })
  return date.toISOString().slice(0, 10)
}

/** A day, a month (2026-11) or a year (2026), with its precision. */
export function parseVagueDay(
  field: string,
  text: string | undefined,
): { day: string; precision: 'day' | 'month' | 'year' } | null {
  if (!text) return null
  if (/^\d{4}$/.test(text)) return { day: parseDay(field, `${text}-01-01`) ?? '', precision: 'year' }
  if (/^\d{4}-\d{2}$/.test(text)) return { day: parseDay(field, `${text}-01`) ?? '', precision: 'month' }
  return { day: parseDay(field, text) ?? '', precision: 'day' }
}

/** A number within limits, a decimal comma understood; null for none. */
export function parseNumber(
  field: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
): number | null {
  if (!text) return null
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(number)) throw new RowFault(field, 'no-number', { text })
  if (number < least || number > most) throw new RowFault(field, 'out-of-range', { text, least, most })
  return number
}

/** yes, ja, true, 1 and their opposites; null for none. */
export function parseYesNo(field: string, text: string | undefined): boolean | null {
  if (!text) return null
  const lower = text.toLowerCase()
  if (['yes', 'ja', 'true', '1'].includes(lower)) return true
  if (['no', 'nein', 'false', '0'].includes(lower)) return false
  throw new RowFault(field, 'no-yes-or-no', { text })
}

/** An http(s) address; `www.` may stand alone. Throws a RowFault for anything else. */
export function parseWebsite(field: string, text: string | undefined): string | null {
  if (!text) return null
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  const fine = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username
  if (!fine || url.href.length > 500) throw new RowFault(field, 'no-web-address', { text: text.slice(0, 80) })
  return url.href
}
