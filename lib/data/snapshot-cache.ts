/**
 * The published entries in memory: read once per version, encoded once, kept while they are asked for. When the database
 * does not answer, the last version goes on being served.
 */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Entry } from '#lib/domain/entry.ts'
import { encodePoints, sortForSnapshot } from '#lib/snapshot/encode.ts'
import { FORMAT, type SnapshotTexts } from '#lib/snapshot/format.ts'
import { type AnonClient, createAnonClient } from '#lib/supabase/server.ts'
import { readEntries } from './entries.ts'
import { readPublication } from './publication.ts'

export type Body = { plain: Uint8Array<ArrayBuffer>; brotli: Uint8Array<ArrayBuffer> }
export type Snapshot = {
  version: string
  demonstration: boolean
  entries: Entry[]
  points: Body
  texts: Body
}

const KEPT_VERSIONS = 2
const RECHECK_MILLISECONDS = 1000
const compress = promisify(brotliCompress)

type Shelf = { kept: Snapshot[]; checkedAt: number; loading: Promise<Snapshot> | null }

/** One shelf a process: the routes are bundled apart, and each would otherwise keep its own. */
const SHELF = Symbol.for('keimzelle.snapshots')
const shelves = globalThis as { [SHELF]?: Shelf }
shelves[SHELF] ??= { kept: [], checkedAt: 0, loading: null }
const shelf = shelves[SHELF]

/** The current snapshot; one reading serves all who ask at the same time. Throws only when there is none at all. */
export async function readSnapshot(client: AnonClient = createAnonClient()): Promise<Snapshot> {
  const latest = shelf.kept[0]
  if (latest && Date.now() - shelf.checkedAt < RECHECK_MILLISECONDS) return latest
  shelf.loading ??= refresh(client).finally(() => {
    shelf.loading = null
  })
  return shelf.loading
}

/** A version that is still kept, or undefined: then the visitor asks for the current one again. */
export function findSnapshot(version: string): Snapshot | undefined {
  return shelf.kept.find((snapshot) => snapshot.version === version)
}

async function refresh(client: AnonClient): Promise<Snapshot> {
  const latest = shelf.kept[0]
  try {
    const { version } = await readPublication(client)
    if (latest?.version !== toVersion(version)) {
      shelf.kept.unshift(await loadSnapshot(client))
      shelf.kept.length = Math.min(shelf.kept.length, KEPT_VERSIONS)
    }
  } catch (fault) {
    if (!latest) throw fault
    console.error('The database does not answer; the last snapshot is served.', fault)
  }
  shelf.checkedAt = Date.now()
  const current = shelf.kept[0]
  if (!current) throw new Error('There is no snapshot.')
  return current
}

async function loadSnapshot(client: AnonClient): Promise<Snapshot> {
  const { publication, entries: unsorted } = await readEntries(client)
  const entries = sortForSnapshot(unsorted)
  const texts: SnapshotTexts = {
    names: entries.map((entry) => entry.name),
    slugs: entries.map((entry) => entry.slug),
    districts: entries.map((entry) => entry.district ?? ''),
    summaries: entries.map((entry) => entry.summary),
    services: entries.map((entry) => entry.services),
    addresses: entries.map((entry) => entry.address ?? ''),
  }
  return {
    version: toVersion(publication.version),
    demonstration: publication.demonstration,
    entries,
    points: await toBody(encodePoints(entries)),
    texts: await toBody(new TextEncoder().encode(JSON.stringify(texts))),
  }
}

async function toBody(plain: Uint8Array): Promise<Body> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  return { plain: new Uint8Array(plain), brotli: new Uint8Array(await compress(plain, { params })) }
}

/** The form of the file is part of its address, so that an older page never reads a newer form. */
function toVersion(version: number): string {
  return `f${FORMAT}-${version}`
}
