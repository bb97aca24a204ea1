/** Keeps what our server fetched for the map on disk, so that it is fetched once and outlives an outage. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Cached = { body: Buffer; ageMs: number }

export type DiskCache = {
  read(key: string): Promise<Cached | null>
  write(key: string, body: Buffer): Promise<void>
}

const WRITES_BETWEEN_SWEEPS = 200

/** A cache in a folder of its own, made when first needed; the oldest files go when `maxBytes` is passed. */
export function createDiskCache(directory: string, maxBytes = 500_000_000): DiskCache {
  let writes = 0
  const fileOf = (key: string) => join(directory, createHash('sha256').update(key).digest('hex'))
  return {
    async read(key) {
      try {
        const file = fileOf(key)
        const [body, { mtimeMs }] = await Promise.all([readFile(file), stat(file)])
        return { body, ageMs: Math.max(0, Date.now() - mtimeMs) }
      } catch {
        return null // not there, or not readable: fetched again
      }
    },
    async write(key, body) {
      try {
        await mkdir(directory, { recursive: true })
        const file = fileOf(key)
        const draft = `${file}.${randomUUID()}.part`
        await writeFile(draft, body)
        await rename(draft, file)
        if (writes++ % WRITES_BETWEEN_SWEEPS === 0) await sweep(directory, maxBytes)
      } catch (error) {
        console.warn(`The basemap's cache cannot be written: ${error}`) // a full disk costs speed, not the map
      }
    },
  }
}

async function sweep(directory: string, maxBytes: number): Promise<void> {
  const names = await readdir(directory)
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(directory, name)
      const { size, mtimeMs } = await stat(file)
      return { file, size, mtimeMs }
    }),
  )
  files.sort((a, b) => b.mtimeMs - a.mtimeMs)
  let bytes = 0
  for (const { file, size } of files) {
    bytes += size
    if (bytes > maxBytes) await rm(file, { force: true })
  }
}
