/** What the pages about one entry show: its card, its data for search engines, and what stands in place of one that is not there. */
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { EntryDetails } from '#lib/core/domain/entry-details.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'
import { openInterestContext, readInterest } from '#lib/server/messages/send-interest.ts'
import { findAbsence, findSimilarEntries } from '#lib/server/published/absence.ts'
import { readDetails, readEntry } from '#lib/server/published/read-entry-details.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { toEntryJsonLd } from './entry-json-ld.ts'
import { loadCityName } from './load-frame.ts'

/** The entry of a slug with its near-by entries; null where the register has no such entry or has never answered. */
export async function loadEntryCard(slug: string): Promise<(EntryDetails & { version: string }) | null> {
  const snapshot = await readSnapshot().catch(() => null)
  const details = snapshot && (await readDetails(snapshot, snapshot.ranks.get(slug) ?? -1))
  return details ? { ...details, version: snapshot.version } : null
}

/** Null while nobody can say whether there is such an entry; one that is not there is not found. */
export async function loadEntryJsonLd(slug: string, locale: string) {
  const found = await readEntry(slug)
  if (!found && (await findAbsence(slug))) notFound()
  const { name, country } = readCity()
  const url = toOrigin(await headers()) + toEntryPath(locale, slug)
  return found && toEntryJsonLd(found.entry, { url, city: name.de, country })
}

/** Why an entry is not shown; null for one that is, and for a slug that never was. */
export async function loadDeparture(slug: string) {
  return (await findAbsence(slug))?.departure ?? null
}

/** An entry that is there, or was merged into another, is shown at its own address. */
export async function loadAbsentEntry(slug: string, locale: Locale) {
  const absence = await findAbsence(slug)
  if (!absence || absence.successor) redirect(toEntryPath(locale, absence?.successor ?? slug))
  const { departure } = absence
  return {
    city: loadCityName(locale),
    isDemonstration: (await readSnapshot()).demonstration,
    departure,
    // Of an entry that left, not even the name in its address is said again.
    asked: departure ? '' : slug.replaceAll('-', ' '),
    similar: departure ? [] : await findSimilarEntries(slug),
  }
}

/** The space that a visitor wants to ask for; anything else is not found. */
export async function loadOfferedSpace(slug: string, locale: Locale) {
  const found = await readEntry(slug)
  if (found?.entry.kind !== 'space') notFound()
  return { city: loadCityName(locale), name: found.entry.name, isDemonstration: found.demonstration }
}

/** The message behind the link of a mail; one that has gone is not found. */
export async function loadInterest(link: { id: string; token: string }) {
  return (await readInterest(link, openInterestContext(''))) ?? notFound()
}
