/** Takes a photo in: checked, re-encoded and stored; it belongs to nothing until a proposal or a moderator names it. */
import { randomUUID } from 'node:crypto'
import { addPhotoRow } from '#lib/server/queries/photos.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { convertPhoto } from './convert-photo.ts'
import { writePhotoFiles } from './photo-files.ts'

/** Two at a time: a large photo fills hundreds of megabytes while it is turned. */
const AT_ONCE = 2

export type TakenPhoto = { id: string; widthPixels: number; heightPixels: number }

/**
 * Throws a PhotoRefusal for what cannot be taken, and an error when it cannot be stored. The row comes before the files: what a kill leaves
 * behind is found by its row and goes after a day.
 */
export async function takePhoto(client: AdminClient, bytes: Uint8Array): Promise<TakenPhoto> {
  const { files, widthPixels, heightPixels } = await inTurn(() => convertPhoto(bytes))
  const id = randomUUID()
  await addPhotoRow(client, { id, widthPixels, heightPixels })
  await writePhotoFiles(client, id, files)
  return { id, widthPixels, heightPixels }
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
