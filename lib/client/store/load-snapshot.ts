/** Fetches the pointer, the points and the texts of the current snapshot, each within a time limit. */

import { decodePoints, decodeTexts } from '#lib/core/snapshot/decode.ts'
import type { SnapshotPoints, SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { toSnapshotPaths } from '#lib/core/view/paths.ts'

const LIMIT_MILLISECONDS = 15_000

export type LoadedSnapshot = { version: string; points: SnapshotPoints; texts: SnapshotTexts }

/**
 * The current version, or first the one that the page was written with, which is on its way already: that may be gone. Throws when the
 * server does not answer in time or answers with something else.
 */
export async function loadSnapshot(known?: string | null): Promise<LoadedSnapshot> {
  const early = known && (await loadVersion(known).catch(() => null))
  if (early) return early
  const pointer: { version: string } = await (await fetchWithin('/data/current')).json()
  return loadVersion(pointer.version)
}

async function loadVersion(version: string): Promise<LoadedSnapshot> {
  const paths = toSnapshotPaths(version)
  const [pointsAnswer, textsAnswer] = await Promise.all([fetchWithin(paths.points), fetchWithin(paths.texts)])
  const points = decodePoints(new Uint8Array(await pointsAnswer.arrayBuffer()))
  return { version, points, texts: decodeTexts(await textsAnswer.text(), points.count) }
}

/** A response with a good status, or an error. */
export async function fetchWithin(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLISECONDS) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response
}
