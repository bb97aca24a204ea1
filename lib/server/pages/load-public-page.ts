/** What the pages that a city owes its visitors show; without a database they are there all the same. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { routing } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readPhotonHost } from '#lib/server/geocoding/photon.ts'
import { loadFrame } from './load-frame.ts'

/** The page for a language that there is not is not found. */
export async function loadPublicPage(locale: string) {
  if (!hasLocale(routing.locales, locale)) notFound()
  const { city, isDemonstration } = await loadFrame(locale)
  return {
    frame: { locale, city, isDemonstration },
    operator: readCity().operator,
    photonHost: readPhotonHost(),
  }
}

export type PublicFrame = Awaited<ReturnType<typeof loadPublicPage>>['frame']
