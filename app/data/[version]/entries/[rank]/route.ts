/** One entry and what stands around it, addressed by version and rank, for the card. */
import { readDetails } from '#lib/server/published/read-entry-details.ts'
import { findSnapshot } from '#lib/server/published/snapshot-cache.ts'

type Params = { params: Promise<{ version: string; rank: string }> }

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { version, rank } = await params
  const snapshot = /^\d{1,9}$/.test(rank) ? await findSnapshot(version) : undefined
  const details = snapshot && (await readDetails(snapshot, Number(rank)))
  if (!details) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  // Without its facts the card of a space is only the best that can be had now.
  const isWhole = details.entry.kind === 'business' || details.space !== null
  return Response.json(details, {
    headers: { 'Cache-Control': isWhole ? 'public, max-age=31536000, immutable' : 'no-store' },
  })
}
