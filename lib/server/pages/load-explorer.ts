/** What the pages with the map show before any script has run. */
import type { Source } from '#lib/core/domain/source.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { parseFilter } from '#lib/core/view/filter.ts'
import { parseOrder } from '#lib/core/view/order.ts'
import { parseCamera } from '#lib/core/view/view.ts'
import { readCity } from '#lib/server/city.ts'
import { type FirstResults, selectFirstResults } from '#lib/server/published/first-results.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

const FIRST_ENTRIES = 50

/** What a page with the map says of the version that it is written with. */
export type Published = { version: string | null; isDemonstration: boolean; sources: readonly Source[] }

/** Without a version while the database has never answered. */
async function readPublished(): Promise<Published> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return { version: null, isDemonstration: false, sources: [] }
  const { version, demonstration, sources } = snapshot
  return { version, isDemonstration: demonstration, sources }
}

/** The city and what is published of it. */
export async function loadExplorer(locale: Locale) {
  const { name, camera } = readCity()
  return { city: name[locale], camera, published: await readPublished() }
}

/** The first results that an address asks for; null while the database has never answered. */
export async function loadFirstResults(asked: URLSearchParams, locale: string): Promise<FirstResults | null> {
  const snapshot = await readSnapshot().catch(() => null)
  const middle = parseCamera(asked.get('c')) ?? readCity().camera
  const listing = { order: parseOrder(asked.get('o')), middle, locale }
  return snapshot && selectFirstResults(snapshot, parseFilter(asked), listing, FIRST_ENTRIES)
}
