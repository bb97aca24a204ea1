/** One entry, addressed by version and rank, for the card. */
import { findSnapshot } from '#lib/data/snapshot-cache.ts'

type Params = { params: Promise<{ version: string; rank: string }> }

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { version, rank } = await params
  const entry = /^\d{1,9}$/.test(rank) ? (await findSnapshot(version))?.entries[Number(rank)] : undefined
  if (!entry) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return Response.json(entry, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } })
}
