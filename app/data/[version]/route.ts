/** The points of one version: positions, kinds, disciplines, states. */
import { findSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { toImmutableResponse } from '#lib/server/published/snapshot-response.ts'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ version: string }> },
): Promise<Response> {
  const snapshot = await findSnapshot((await params).version)
  return toImmutableResponse(request, snapshot?.points, 'application/octet-stream')
}
