/**
 * The published entries in memory: read once per version, encoded once, kept while they are asked for. When the database
 * does not answer, or answers slowly, the last version goes on being served.
 */

import { readPublication } from '#lib/server/queries/publication.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { buildSnapshot, type Snapshot, toVersion } from './snapshot.ts'

const KEPT_VERSIONS = 2
const RECHECK_MILLISECONDS = 1000
/** So long a visitor waits for news before the last version is good enough. */
const PATIENCE_MILLISECONDS = 2000

/** A look at the database: what comes of it, and the moment at which nobody waits for it any longer. */
type Loading = { snapshot: Promise<Snapshot>; late: Promise<void> }

type Shelf = {
  kept: Snapshot[]
  checkedAt: number
  loading: Loading | null
  /** Whether the last look failed: then visitors are served at once, and news comes when it comes. */
  isFailing: boolean
}

/** One shelf a process: the routes are bundled apart, and each would otherwise keep its own. */
const SHELF = Symbol.for('keimzelle.snapshots')
const shelves = globalThis as { [SHELF]?: Shelf }
shelves[SHELF] ??= { kept: [], checkedAt: 0, loading: null, isFailing: false }
const shelf = shelves[SHELF]

/** The current snapshot; one reading serves all who ask at the same time. Throws only when there is none at all. */
export async function readSnapshot(client: AnonClient = createAnonClient()): Promise<Snapshot> {
  const latest = shelf.kept[0]
  if (latest && Date.now() - shelf.checkedAt < RECHECK_MILLISECONDS) return latest
  shelf.loading ??= startLoading(client)
  const { snapshot, late } = shelf.loading
  return latest ? Promise.race([snapshot, late.then(() => latest)]) : snapshot
}

/**
 * A version that is still kept, looked for in the database where this process has not met it yet (it may have just
 * started, or be one of several). Undefined where it is gone: then the visitor asks for the current one again.
 */
export async function findSnapshot(version: string): Promise<Snapshot | undefined> {
  const isWanted = (snapshot: Snapshot) => snapshot.version === version
  const kept = shelf.kept.find(isWanted)
  if (kept) return kept
  // However young the last look is, another process may have met this one since.
  if (isNewer(version)) shelf.checkedAt = 0
  return [await readSnapshot().catch(() => null)].find((it) => it && isWanted(it)) ?? undefined
}

/** Versions count upwards. */
function isNewer(version: string): boolean {
  const toNumber = (text = '') => Number(/^f\d+-(\d+)$/.exec(text)?.[1])
  return toNumber(version) > toNumber(shelf.kept[0]?.version)
}

function startLoading(client: AnonClient): Loading {
  const snapshot = refresh(client).finally(() => {
    shelf.loading = null
  })
  return { snapshot, late: wait(shelf.isFailing ? 0 : PATIENCE_MILLISECONDS) }
}

async function refresh(client: AnonClient): Promise<Snapshot> {
  const latest = shelf.kept[0]
  try {
    const { version } = await readPublication(client)
    if (latest?.version !== toVersion(version)) {
      shelf.kept.unshift(await buildSnapshot(client))
      shelf.kept.length = Math.min(shelf.kept.length, KEPT_VERSIONS)
    }
    shelf.isFailing = false
  } catch (fault) {
    const isNews = !shelf.isFailing
    shelf.isFailing = true
    if (isNews) console.error('The database does not answer; the last snapshot is served, if any.', fault)
    if (!latest) throw fault
  }
  shelf.checkedAt = Date.now()
  const current = shelf.kept[0]
  if (!current) throw new Error('There is no snapshot.')
  return current
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
