/** How a file is handed to somebody who wants to keep it: as an attachment whose name says city and day. */
import type { City } from '#lib/core/domain/city.ts'

/** `keimzelle-leverkusen-2026-11-24.csv`; the day is the city's. */
export function toFileName(
  { key, timeZone }: Pick<City, 'key' | 'timeZone'>,
  now: Date,
  ending: string,
): string {
  // Sweden writes dates as ISO 8601 does.
  return `keimzelle-${key}-${now.toLocaleDateString('sv-SE', { timeZone })}.${ending}`
}

/** Answers with a file to keep. */
export function toFileResponse(body: ReadableStream | string, type: string, name: string): Response {
  return new Response(body, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
