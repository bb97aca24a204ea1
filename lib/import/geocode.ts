/** Gives rows without coordinates a place: from the local addresses, then from Photon where one is configured. */
import { z } from 'zod'
import type { Bbox } from '#lib/domain/bbox.ts'
import { containsPoint } from '#lib/domain/bbox.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'
import type { EntryRow } from './row.ts'

const PHOTON_LIMIT_MILLISECONDS = 5000

export type Address = { street: string; house_number: string; postcode: string | null; place: string | null }
export type Placeless = { row: EntryRow; address: Address | null }

const found = z.array(z.object({ nth: z.number(), lng: z.number(), lat: z.number() }))
const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ housenumber: z.string().optional() }),
    }),
  ),
})

/** Sets `lng, lat` of the rows whose address is found; the others stay without a place. */
export async function geocode(
  client: AdminClient,
  rows: readonly Placeless[],
  box: Bbox,
  photonUrl: string | undefined,
): Promise<void> {
  const open = rows.filter(({ address }) => address)
  if (open.length === 0) return
  const payload = JSON.stringify(open.map(({ address }, nth) => ({ nth, ...address })))
  const { data, error } = await client.rpc('geocode_addresses', { payload })
  if (error) throw new Error(`The addresses cannot be read: ${error.message}`)
  for (const { nth, lng, lat } of found.parse(data)) {
    const row = open[nth]?.row
    if (row && containsPoint(box, lng, lat)) Object.assign(row, { lng, lat })
  }
  if (!photonUrl) return
  for (const { row, address } of open) {
    if (row.lng !== null || !address) continue
    const place = await askPhoton(photonUrl, address)
    if (place && containsPoint(box, place.lng, place.lat)) Object.assign(row, place)
  }
}

/** The street and house number of "Kölner Straße 12a, 51379 Leverkusen"; null where there is no number. */
export function parseAddress(text: string | null): Address | null {
  const match =
    /^(?<street>[^,\d][^,]*?)\s+(?<number>\d+\s*[a-z]?(?:\s*[-/]\s*\d+\s*[a-z]?)?)(?:,\s*(?:(?<postcode>\d{4,5})\b)?\s*(?<place>[^,\d]+)?)?$/i.exec(
      text?.trim() ?? '',
    )?.groups
  if (!match?.street || !match.number) return null
  return {
    street: match.street,
    house_number: match.number.replace(/\s+/g, ''),
    postcode: match.postcode ?? null,
    place: match.place?.trim() || null,
  }
}

async function askPhoton(base: string, { street, house_number, postcode, place }: Address) {
  const url = new URL('api', base.endsWith('/') ? base : `${base}/`)
  url.searchParams.set('q', [`${street} ${house_number}`, postcode, place].filter(Boolean).join(', '))
  url.searchParams.set('limit', '1')
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(PHOTON_LIMIT_MILLISECONDS),
      redirect: 'error',
    })
    const [first] = answer.parse(await response.json()).features
    // A hit without the house number is only the street's middle.
    if (first?.properties.housenumber?.toLowerCase() !== house_number.toLowerCase()) return null
    const [lng, lat] = first.geometry.coordinates
    return { lng, lat }
  } catch {
    return null
  }
}
