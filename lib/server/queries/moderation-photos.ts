/** Photos as moderators see them, those left out too. The database asks for the role itself. */
import { MAX_PHOTOS, type Photo, type PhotoNote, toPhoto } from '#lib/core/domain/photo.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows, toStaffFault } from './staff-fault.ts'

export type StaffPhoto = Photo & { isLeftOut: boolean }

/** Of a proposal, by its reference, or of an entry, by its slug. */
export async function readStaffPhotos(client: SessionClient, wanted: string): Promise<StaffPhoto[]> {
  const rows = toRows(await client.rpc('staff_photos', { wanted }))
  return rows.map((row) => ({ ...toPhoto(row), isLeftOut: row.left_out }))
}

export type PhotoEdit = { id: string; author: string; alt_text: string; left_out: boolean }

/** False for a photo that has gone, and for anyone who is no moderator any more: the page, shown again, says so. */
export async function saveStaffPhoto(client: SessionClient, edit: PhotoEdit): Promise<boolean> {
  const saved = await client.rpc('staff_photo_save', { payload: JSON.stringify(edit) })
  if (saved.error && toStaffFault(saved.error) === 'forbidden') return false
  return toRows(saved)
}

/** `added`, `full`, or `unknown` for an entry or a photo that is not there. */
export async function addStaffPhoto(client: SessionClient, slug: string, photo: PhotoNote): Promise<string> {
  const payload = JSON.stringify({ slug, most: MAX_PHOTOS, ...photo })
  return toRows(await client.rpc('staff_photo_add', { payload }))
}

/** Whether the person may see a photo because of a role; false also where the database does not answer. */
export async function maySeePhoto(client: SessionClient, id: string): Promise<boolean> {
  const { data } = await client.rpc('staff_may_see_photo', { photo: id })
  return data === true
}
