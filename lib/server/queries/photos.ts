/** Photos: those of published entries, read with them, and those of proposals. */
import { MAX_PHOTOS, type Photo, type PhotoNote, toPhoto } from '#lib/core/domain/photo.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

/** By the entry's id, in their order. */
export type Photos = ReadonlyMap<string, readonly Photo[]>

const PAGE_ROWS = 1000
const COLUMNS = 'id, business_id, space_id, position, author, license, alt_text, width_pixels, height_pixels'

/** Throws when the database does not answer. */
export async function readPhotos(client: AnonClient): Promise<Photos> {
  const rows = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { data, error } = await client
      .from('photos')
      .select(COLUMNS)
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The photos cannot be read: ${error.message}`)
    rows.push(...data)
    const last = data.at(-1)?.id
    if (data.length < PAGE_ROWS || !last) break
    after = last
  }
  rows.sort((a, b) => a.position - b.position)
  const groups = Map.groupBy(rows, (row) => row.business_id ?? row.space_id ?? '')
  return new Map([...groups].map(([id, group]) => [id, group.map(toPhoto)]))
}

/** The photos of a proposal, for anyone who has its link. */
export async function readProposalPhotos(
  client: AdminClient,
  reference: string,
  tokenHash: string,
): Promise<Photo[]> {
  const { data, error } = await client.rpc('proposal_photos', {
    wanted: reference.slice(0, 40),
    token: tokenHash,
  })
  if (error) throw new Error(`The photos cannot be read: ${error.message}`)
  return data.map(toPhoto)
}

/** `added`, `closed` for a proposal that is answered or a wrong link, `full`, or `unknown-photo`. */
export async function addProposalPhoto(
  client: AdminClient,
  reference: string,
  tokenHash: string,
  photo: PhotoNote,
): Promise<string> {
  const { data, error } = await client.rpc('proposal_add_photo', {
    wanted: reference.slice(0, 40),
    token: tokenHash,
    photo: JSON.stringify(photo),
    most: MAX_PHOTOS,
  })
  if (error) throw new Error(`The photo cannot be added: ${error.message}`)
  return data
}

/** Notes a photo that belongs to nothing yet. */
export async function addPhotoRow(
  client: AdminClient,
  { id, widthPixels, heightPixels }: { id: string; widthPixels: number; heightPixels: number },
): Promise<void> {
  const { error } = await client
    .from('photos')
    .insert({ id, width_pixels: widthPixels, height_pixels: heightPixels })
  if (error) throw new Error(`The photo cannot be noted: ${error.message}`)
}

/** Whether row level security shows the photo to this client. */
export async function hasPhoto(client: AnonClient, id: string): Promise<boolean> {
  const { data, error } = await client.from('photos').select('id').eq('id', id).maybeSingle()
  if (error) throw new Error(`The photo cannot be looked up: ${error.message}`)
  return data !== null
}

/** The ids of up to `most` photos that have served their purpose. */
export async function findExpiredPhotos(client: AdminClient, most: number): Promise<string[]> {
  const { data, error } = await client.rpc('photos_expired', { most })
  if (error) throw new Error(`Photos cannot be looked through: ${error.message}`)
  return data
}

export async function deletePhotoRows(client: AdminClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { error } = await client.from('photos').delete().in('id', ids)
  if (error) throw new Error(`Photos cannot be removed: ${error.message}`)
}
