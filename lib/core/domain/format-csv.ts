/** Cells of CSV (RFC 4180) for spreadsheets, which run a cell as a formula when its text begins like one. */

/**
 * `= + - @`, full-width and small forms of them, behind any blank or control character, or a leading tab or line break. Where
 * the spreadsheet's language splits cells at semicolons, as German does, a text starts again behind each of them, and our
 * quotes stand in the middle of a cell and protect nothing: so semicolons, tabs and line breaks count as beginnings too.
 */
const FORMULA = /(?<=^|;)(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/gu
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/

/** At the beginning of a file: without it Excel takes UTF-8 for the local code page and shows umlauts as two letters. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One cell. Numbers stay numbers; a text that a spreadsheet would run gets an apostrophe in front (OWASP, CSV injection). */
export function formatCsvCell(value: string | number | boolean | readonly string[] | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = typeof value === 'string' ? value : value.join(';')
  const safe = text.replace(FORMULA, "'")
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
