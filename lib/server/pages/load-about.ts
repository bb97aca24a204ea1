/** What the page about the map shows: the register in numbers, its sources, and who stands behind both. */
import { toDay } from '#lib/core/domain/freshness.ts'
import { summarizeRegister } from '#lib/core/domain/register-summary.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'
import { readCredits } from '#lib/server/basemap/credits.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

/** `register` is null while the database has never answered. */
export async function loadAbout(locale: Locale) {
  const [snapshot, credits] = await Promise.all([
    readSnapshot().catch(() => null),
    readCredits(readBasemap(), locale),
  ])
  const { name, operator } = readCity()
  const now = new Date()
  return {
    city: name[locale],
    isDemonstration: snapshot?.demonstration ?? false,
    about: {
      register: snapshot && {
        summary: summarizeRegister(snapshot.entries, toDay(now)),
        sources: snapshot.sources,
      },
      operator,
      credits,
      year: now.getFullYear(),
    },
  }
}
