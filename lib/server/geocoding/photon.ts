/**
 * Places from Photon (OpenStreetMap, ODbL), where the operator named one: a fixed host, asked by our server alone, in the city's
 * box, with limits on time, bytes and questions at once, and a memory, so that nobody is asked twice.
 */
import { z } from 'zod'
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import type { Place } from '#lib/core/domain/place.ts'
import { readLimited } from '#lib/server/http/read-limited.ts'

/** Answers with no places where Photon fails: a search never waits or breaks for it. */
export type Photon = (query: string, limit: number) => Promise<Place[]>

export type PhotonSettings = { url: URL; box: Bbox }

const LIMIT_MILLISECONDS = 3000
const MAX_BYTES = 256_000
const MAX_AT_ONCE = 4
const KEPT_ANSWERS = 500
const KEPT_MILLISECONDS = 3_600_000
/** So long Photon is left in peace after a failure. */
const PAUSE_MILLISECONDS = 30_000
const MAX_LABEL_LENGTH = 200

const answerSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.partialRecord(z.string(), z.unknown()),
    }),
  ),
})

/** The host that our server asks for addresses; null where it asks nobody. */
export function readPhotonHost(): string | null {
  return URL.parse(process.env.PHOTON_URL ?? '')?.hostname ?? null
}

/** Reads `PHOTON_URL`; null without one. Throws when it is no http(s) address. */
export function readPhotonUrl(text: string | undefined): URL | null {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text.endsWith('/') ? text : `${text}/`) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`PHOTON_URL is ${text}, but must be an address such as https://photon.example.org.`)
  return url
}

export function createPhoton({ url, box }: PhotonSettings): Photon {
  const kept = new Map<string, { places: Place[]; at: number }>()
  let asking = 0
  let pausedUntil = 0
  return async (query, limit) => {
    const key = `${limit} ${query.trim().toLowerCase()}`
    const known = kept.get(key)
    if (known && Date.now() - known.at < KEPT_MILLISECONDS) return known.places
    if (asking >= MAX_AT_ONCE || Date.now() < pausedUntil) return []
    asking += 1
    try {
      const places = await ask(toAddress(url, box, query, limit), box, limit)
      kept.delete(key)
      kept.set(key, { places, at: Date.now() })
      const [oldest] = kept.keys()
      if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest)
      return places
    } catch (fault) {
      pausedUntil = Date.now() + PAUSE_MILLISECONDS
      console.error(`Photon does not answer; it is left in peace for ${PAUSE_MILLISECONDS / 1000} s.`, fault)
      return []
    } finally {
      asking -= 1
    }
  }
}

function toAddress(base: URL, box: Bbox, query: string, limit: number): URL {
  const address = new URL('api', base)
  address.search = new URLSearchParams({ q: query, limit: String(limit), bbox: box.join(',') }).toString()
  return address
}

async function ask(address: URL, box: Bbox, limit: number): Promise<Place[]> {
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
  })
  if (!response.ok) throw new Error(`${address.host} answered ${response.status}`)
  const text = await readLimited(response.body, MAX_BYTES)
  if (!text) throw new Error(`more than ${MAX_BYTES} bytes`)
  const { features } = answerSchema.parse(JSON.parse(text.toString()))
  const places = features.flatMap(({ geometry, properties }): Place[] => {
    const [lng, lat] = geometry.coordinates
    const label = formatLabel(properties)
    return label && containsPoint(box, lng, lat) ? [{ label, lng, lat, source: 'photon' }] : []
  })
  return places.slice(0, limit)
}

/** "Bahnhof Opladen, 51379 Leverkusen", "Kölner Straße 12, 51379 Leverkusen"; '' for a place without a name. */
function formatLabel(properties: Readonly<Record<string, unknown>>): string {
  const [name, street, number, postcode, city] = ['name', 'street', 'housenumber', 'postcode', 'city'].map(
    (key) => (typeof properties[key] === 'string' ? properties[key] : ''),
  )
  const first = name || [street, number].filter(Boolean).join(' ')
  const town = [postcode, city].filter(Boolean).join(' ')
  return first && [first, town].filter(Boolean).join(', ').slice(0, MAX_LABEL_LENGTH)
}
