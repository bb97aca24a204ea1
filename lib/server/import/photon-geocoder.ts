/** Asks a Photon server for a house. A server that does not answer is given up soon, so that an import never hangs on it. */
import { z } from 'zod'
import { readLimited } from '#lib/server/http/read-limited.ts'
import { type ImportMessage, toImportMessage } from './import-messages.ts'
import type { Address } from './parse-address.ts'
import type { LngLat } from './position.ts'
import { Fault, toReason } from './row.ts'

const LIMIT_MILLISECONDS = 5000
/** One place is small; a larger answer counts as a failure. */
const MAX_BYTES = 64_000
const GIVE_UP_AFTER_FAILURES = 3

const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ housenumber: z.string().optional() }),
    }),
  ),
})

export type AskPhoton = (address: Address) => Promise<LngLat | null>

/** The base ends in a slash. Null where the house is not known; after three failures in a row `say` hears of it, and every further answer is null. */
export function createPhotonGeocoder(base: URL, notify: (notice: ImportMessage) => void): AskPhoton {
  let failures = 0
  return async (address) => {
    if (failures === GIVE_UP_AFTER_FAILURES) return null
    try {
      const place = await ask(base, address)
      failures = 0
      return place
    } catch (fault) {
      failures += 1
      if (failures === GIVE_UP_AFTER_FAILURES)
        notify(toImportMessage('notices.photon-silent', { host: base.host, reason: toReason(fault) }))
      return null
    }
  }
}

async function ask(base: URL, { street, house_number, postcode, place }: Address): Promise<LngLat | null> {
  const url = new URL('api', base)
  url.searchParams.set('q', [`${street} ${house_number}`, postcode, place].filter(Boolean).join(', '))
  url.searchParams.set('limit', '1')
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLISECONDS), redirect: 'error' })
  if (!response.ok) throw new Fault(toImportMessage('notices.answered', { status: response.status }))
  const text = await readLimited(response.body, MAX_BYTES)
  const [first] = answer.parse(text && JSON.parse(text.toString())).features
  // A hit without the house number is only the street's middle.
  if (first?.properties.housenumber?.toLowerCase() !== house_number.toLowerCase()) return null
  const [lng, lat] = first.geometry.coordinates
  return { lng, lat }
}
