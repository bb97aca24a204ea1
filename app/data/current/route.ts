/** The small pointer to the map's current snapshot, asked for again each time and mostly answered by 304. */

import { FORMAT } from '#lib/core/snapshot/format.ts'
import { toSnapshotPaths } from '#lib/core/view/paths.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/server/published/snapshot-response.ts'

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
