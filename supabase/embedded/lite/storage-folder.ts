/**
 * Files of the embedded storage in a folder beside the database. A file appears under its name only when it is whole and on the disk, so a
 * kill leaves no half of one.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from '@supabase/lite'

type Adapter = NonNullable<App['_storageAdapter']>
type ObjectMetadata = Awaited<ReturnType<Adapter['headObject']>>

/** A file that is being written has a name of its own behind its name. */
const DRAFT = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes what a killed process left half written; nobody may be writing. */
export async function removeDrafts(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return []
      throw fault
    },
  )
  for (const file of files)
    if (file.isFile() && DRAFT.test(file.name)) await rm(join(file.parentPath, file.name), { force: true })
}

/** Keys are paths of plain names; lite's version of a file is not part of its name, since it is not told at uploading. */
export function createStorageFolder(folder: string): Adapter {
  const toPath = (bucket: string, key: string) => {
    const parts = [bucket, ...key.split('/')]
    if (!parts.every((part) => /^[\w-][\w.-]*$/.test(part))) throw new Error('This is no name of a file.')
    return join(folder, ...parts)
  }
  const lookAt = async (path: string): Promise<ObjectMetadata> => {
    const { size, mtime } = await stat(path)
    return {
      cacheControl: 'no-store',
      contentLength: size,
      size,
      mimetype: 'image/webp',
      lastModified: mtime,
      eTag: `"${mtime.getTime()}-${size}"`,
      httpStatusCode: 200,
    }
  }
  return {
    driver: folder,
    async uploadObject(bucket, key, _version, body) {
      const path = toPath(bucket, key)
      const draft = `${path}.${randomUUID()}`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeWhole(draft, new Uint8Array(await new Response(body as BodyInit).arrayBuffer()))
      await rename(draft, path)
      return lookAt(path)
    },
    async getObject(bucket, key) {
      const path = toPath(bucket, key)
      return { metadata: await lookAt(path), httpStatusCode: 200, body: await readFile(path) }
    },
    headObject: (bucket, key) => lookAt(toPath(bucket, key)),
    deleteObject: (bucket, key) => rm(toPath(bucket, key), { force: true }),
    async deleteObjects(bucket, keys) {
      for (const key of keys) await rm(toPath(bucket, key), { force: true })
    },
    copyObject: () => Promise.reject(new Error('Files are not copied here.')),
    privateAssetUrl: () => Promise.reject(new Error('Files have no addresses here.')),
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
