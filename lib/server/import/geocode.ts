/** Gives rows without coordinates a place: from the local addresses, then from Photon where one is configured. */
import { z } from 'zod'
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import type { AdminClient } from '#lib/server/supabase/admin.ts'
import { type Address, parseAddress } from './address.ts'
import type { AskPhoton } from './photon.ts'
import { type EntryRow, Fault } from './row.ts'
import { toSaying } from './sayings.ts'

const found = z.array(z.object({ nth: z.number(), lng: z.number(), lat: z.number() }))

type Open = { row: EntryRow; address: Address }

/** Sets `lng, lat` (degrees, inside the box) of the rows whose address is found; the others stay without a place. */
export async function geocode(
  client: AdminClient,
  rows: readonly EntryRow[],
  { source, box, askPhoton }: { source: string; box: Bbox; askPhoton: AskPhoton | undefined },
): Promise<void> {
  const open = rows.flatMap((row): Open[] => {
    const address = row.lng === null ? parseAddress(row.address) : null
    return address ? [{ row, address }] : []
  })
  if (open.length === 0) return
  const asked = open.map(({ row, address }) => ({ ref: row.ref, address: row.address, ...address }))
  const { data, error } = await client.rpc('geocode_addresses', {
    payload: JSON.stringify({ source, rows: asked }),
  })
  if (error) throw new Fault(toSaying('runs.addresses-unread', { detail: error.message }))
  for (const { nth, lng, lat } of found.parse(data)) {
    const row = open[nth]?.row
    if (row && containsPoint(box, lng, lat)) Object.assign(row, { lng, lat })
  }
  if (!askPhoton) return
  for (const { row, address } of open) {
    const place = row.lng === null ? await askPhoton(address) : null
    if (place && containsPoint(box, place.lng, place.lat)) Object.assign(row, place)
  }
}
