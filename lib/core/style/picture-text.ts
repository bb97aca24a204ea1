/**
 * Texts in pictures for shared links. A picture is drawn on the server with our own faces alone; the drawing library would ask a
 * foreign server for a letter that these lack, so such letters are left out beforehand.
 */

/** Latin letters with their accents, digits, and the punctuation that both faces have (their subsets latin and latin-ext). */
const UNKNOWN = /[^ -~\u00a1-\u00ac\u00ae-\u017f\u0218-\u021b\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/gu

/** The text without letters that the faces lack, cut to a length; `instead` where nothing is left of it. */
export function toPictureText(text: string, maxLength: number, instead: string): string {
  const known = text.normalize('NFC').replace(/\s+/g, ' ').replace(UNKNOWN, '').replace(/ +/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(known)) return instead
  if (known.length <= maxLength) return known
  return `${known.slice(0, maxLength - 1).trimEnd()}…`
}
