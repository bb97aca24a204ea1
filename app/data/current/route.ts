/** The small pointer to the map's current snapshot, asked for anew each time and mostly answered by 304. */
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/data/snapshot-response.ts'
import { toSnapshotPaths } from '#lib/domain/paths.ts'
import { FORMAT } from '#lib/snapshot/format.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return toUnavailableResponse()
  const { version, demonstration, entries } = snapshot
  const { points, texts } = toSnapshotPaths(version)
  return toValidatedResponse(request, version, {
    version,
    format: FORMAT,
    demonstration,
    count: entries.length,
    pointsUrl: points,
    textsUrl: texts,
  })
}
