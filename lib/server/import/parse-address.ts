/** German addresses taken apart: street and house number, and what stands behind the comma. */

export type Address = { street: string; house_number: string; postcode: string | null; place: string | null }

const WRITTEN =
  /^(?<street>[^,\d][^,]*?)\s+(?<number>\d+\s*[a-z]?(?:\s*[-/]\s*\d+\s*[a-z]?)?)(?:,\s*(?:(?<postcode>\d{4,5})\b)?\s*(?<place>[^,\d]+)?)?$/i

/** Reads "Kölner Straße 12a, 51379 Leverkusen"; null where there is no house number. */
export function parseAddress(text: string | null): Address | null {
  const { street, number, postcode, place } = WRITTEN.exec(text?.trim() ?? '')?.groups ?? {}
  if (!street || !number) return null
  return {
    street,
    house_number: toHouseNumber(number),
    postcode: postcode ?? null,
    place: place?.trim() || null,
  }
}

/** `12 a` and `12a` are the same house. */
export function toHouseNumber(text: string): string {
  return text.replace(/\s+/g, '')
}
