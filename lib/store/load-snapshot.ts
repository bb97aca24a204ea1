/** Fetches the pointer, the points and the texts of the current snapshot, each within a time limit. */
import { decodePoints, decodeTexts } from '#lib/snapshot/decode.ts'
import type { SnapshotPoints, SnapshotTexts } from '#lib/snapshot/format.ts'

const LIMIT_MILLISECONDS = 15_000

export type LoadedSnapshot = { version: string; points: SnapshotPoints; texts: SnapshotTexts }

/** Throws when the server does not answer in time or answers with something else. */
export async function loadSnapshot(): Promise<LoadedSnapshot> {
  const pointer: { version: string; pointsUrl: string; textsUrl: string } = await (
    await fetchWithin('/data/current')
  ).json()
  const [pointsAnswer, textsAnswer] = await Promise.all([
    fetchWithin(pointer.pointsUrl),
    fetchWithin(pointer.textsUrl),
  ])
  const points = decodePoints(new Uint8Array(await pointsAnswer.arrayBuffer()))
  return { version: pointer.version, points, texts: decodeTexts(await textsAnswer.text(), points.count) }
}

/** A response with a good status, or an error. */
export async function fetchWithin(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLISECONDS) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response
}
