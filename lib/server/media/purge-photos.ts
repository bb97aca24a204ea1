/** Removes photos that have served their purpose: never sent, declined, withdrawn, or left out by a moderator. */
import type { AdminClient } from '#lib/server/supabase/admin.ts'
import { removePhotoFiles } from './photo-files.ts'

const PHOTOS_AT_ONCE = 100

/** Files first, then rows: a file without a row would never be found again. Returns how many photos went. */
export async function purgePhotos(client: AdminClient): Promise<number> {
  const { data: ids, error } = await client.rpc('photos_expired', { most: PHOTOS_AT_ONCE })
  if (error) throw new Error(`Photos cannot be looked through: ${error.message}`)
  await removePhotoFiles(client, ids)
  if (ids.length > 0) {
    const { error: kept } = await client.from('photos').delete().in('id', ids)
    if (kept) throw new Error(`Photos cannot be removed: ${kept.message}`)
  }
  return ids.length
}
