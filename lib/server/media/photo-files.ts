/** The files of photos in the storage: private there, and given out by our own server alone. */
import { PHOTO_SIZES, type PhotoSize } from '#lib/core/domain/photo.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

const BUCKET = 'photos'

const toKey = (id: string, size: PhotoSize) => `${id}/${size}.webp`

/** Stores all sizes; throws when one of them cannot be stored. */
export async function writePhotoFiles(
  client: AdminClient,
  id: string,
  files: Record<PhotoSize, Buffer>,
): Promise<void> {
  const options = { contentType: 'image/webp', cacheControl: '31536000' }
  for (const size of PHOTO_SIZES) {
    const { error } = await client.storage.from(BUCKET).upload(toKey(id, size), files[size], options)
    if (error) throw new Error(`The photo cannot be stored: ${error.message}`)
  }
}

/** Null where there is no such file; throws when the storage does not answer. */
export async function readPhotoFile(client: AdminClient, id: string, size: PhotoSize): Promise<Blob | null> {
  const { data, error } = await client.storage.from(BUCKET).download(toKey(id, size))
  if (!error) return data
  if (/not.?found/i.test(error.message)) return null
  throw new Error(`The photo cannot be read: ${error.message}`)
}

export async function removePhotoFiles(client: AdminClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const keys = ids.flatMap((id) => PHOTO_SIZES.map((size) => toKey(id, size)))
  const { error } = await client.storage.from(BUCKET).remove(keys)
  if (error) throw new Error(`Photos cannot be removed: ${error.message}`)
}
