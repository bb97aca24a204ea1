/** What the frame of every page shows. */
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

/** Without a database the page is there all the same. */
export async function loadFrame(locale: Locale) {
  const snapshot = await readSnapshot().catch(() => null)
  const { name, camera } = readCity()
  return { city: name[locale], camera, isDemonstration: snapshot?.demonstration ?? false }
}

export function loadCityName(locale: Locale): string {
  return readCity().name[locale]
}
