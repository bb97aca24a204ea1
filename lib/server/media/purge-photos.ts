/** Removes photos that have served their purpose: never sent, declined, withdrawn, or left out by a moderator. */
import { deletePhotoRows, findExpiredPhotos } from '#lib/server/queries/photos.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { removePhotoFiles } from './photo-files.ts'

const PHOTOS_AT_ONCE = 100

/** Files first, then rows: a file without a row would never be found again. Returns how many photos went. */
export async function purgePhotos(client: AdminClient): Promise<number> {
  const ids = await findExpiredPhotos(client, PHOTOS_AT_ONCE)
  await removePhotoFiles(client, ids)
  await deletePhotoRows(client, ids)
  return ids.length
}
