/** Gives rows without coordinates a place: from the local addresses, then from Photon where one is configured. */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import { locateAddresses } from '#lib/server/queries/addresses.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { toImportMessage } from './import-messages.ts'
import { type Address, parseAddress } from './parse-address.ts'
import type { AskPhoton } from './photon-geocoder.ts'
import { type EntryRow, Fault } from './row.ts'

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
  const found = await locateAddresses(client, { source, rows: asked }).catch((cause: Error) => {
    throw new Fault(toImportMessage('runs.addresses-unread', { detail: cause.message }))
  })
  for (const { nth, lng, lat } of found) {
    const row = open[nth]?.row
    if (row && containsPoint(box, lng, lat)) Object.assign(row, { lng, lat })
  }
  if (!askPhoton) return
  for (const { row, address } of open) {
    const place = row.lng === null ? await askPhoton(address) : null
    if (place && containsPoint(box, place.lng, place.lat)) Object.assign(row, place)
  }
}
