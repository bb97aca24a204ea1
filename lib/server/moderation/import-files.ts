/**
 * Files of imports in the storage: what a person sent, and the report of all rows. They lie there in parts, because neither the embedded
 * storage nor a hosted one takes 100 MB at once.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type StoredFile = 'file' | 'report'

const BUCKET = 'imports'
export const PART_BYTES = 8 * 1024 * 1024

const toKey = (job: string, name: StoredFile, part: number) => `${job}/${name}.${part}`

/** Returns the number of parts; throws when one of them cannot be stored. Of an earlier file of that name parts beyond them are left over. */
export async function storeImportFile(
  client: AdminClient,
  job: string,
  name: StoredFile,
  path: string,
): Promise<number> {
  const options = { contentType: 'application/octet-stream', upsert: true }
  let parts = 0
  for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES })) {
    const { error } = await client.storage.from(BUCKET).upload(toKey(job, name, parts), bytes, options)
    if (error) throw new Error(`The import's ${name} cannot be stored: ${error.message}`)
    parts += 1
  }
  return parts
}

/** Its bytes, part by part; throws when one of them cannot be read. */
export async function* readImportFile(
  client: AdminClient,
  job: string,
  name: StoredFile,
  parts: number,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < parts; part += 1) {
    const { data, error } = await client.storage.from(BUCKET).download(toKey(job, name, part))
    if (error) throw new Error(`The import's ${name} cannot be read: ${error.message}`)
    yield new Uint8Array(await data.arrayBuffer())
  }
}

/** Writes a stored file to the disk. */
export async function fetchImportFile(
  client: AdminClient,
  job: string,
  parts: number,
  path: string,
): Promise<void> {
  const out = await open(path, 'wx', 0o600)
  try {
    for await (const bytes of readImportFile(client, job, 'file', parts)) await out.writeFile(bytes)
  } finally {
    await out.close()
  }
}

/** Removes what a person sent, where it has served its purpose; the report stays. */
export async function removeImportFile(client: AdminClient, job: string, parts: number): Promise<void> {
  await removeKeys(
    client,
    Array.from({ length: parts }, (_, part) => toKey(job, 'file', part)),
  )
}

/** Removes whatever lies there of a job, noted in its row or not. */
export async function removeAllImportFiles(client: AdminClient, job: string): Promise<void> {
  const { data, error } = await client.storage.from(BUCKET).list(job, { limit: 1000 })
  if (error) throw new Error(`The import's files cannot be listed: ${error.message}`)
  // Supabase names them within the folder, the embedded storage by their whole path.
  const keys = data.map(({ name }) => `${job}/${name.split('/').at(-1)}`)
  await removeKeys(client, keys)
}

async function removeKeys(client: AdminClient, keys: string[]): Promise<void> {
  if (keys.length === 0) return
  const { error } = await client.storage.from(BUCKET).remove(keys)
  if (error) throw new Error(`The import's files cannot be removed: ${error.message}`)
}
