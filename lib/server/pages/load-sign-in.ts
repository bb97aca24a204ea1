/** What the page of signing in shows; its doors are for this machine alone. */
import { headers } from 'next/headers'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { hasDemonstrationDoor } from '#lib/server/account/demonstration-door.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { loadFrame } from './load-frame.ts'

export async function loadSignIn(locale: Locale) {
  const { city, isDemonstration } = await loadFrame(locale)
  return {
    city,
    isDemonstration,
    hasDoors: hasDemonstrationDoor(readAddress(await headers()), isDemonstration),
  }
}
