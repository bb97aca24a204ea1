/** The points of one version: positions, kinds, disciplines, states. */
import { findSnapshot } from '#lib/data/snapshot-cache.ts'
import { toImmutableResponse } from '#lib/data/snapshot-response.ts'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ version: string }> },
): Promise<Response> {
  const { version } = await params
  return toImmutableResponse(request, findSnapshot(version)?.points, 'application/octet-stream')
}
