/** The small pointer to the map's current snapshot, asked for anew each time and mostly answered by 304. */
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const etag = `"${snapshot.version}"`
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const base = `/data/${snapshot.version}`
  const { version, demonstration, entries } = snapshot
  return Response.json(
    { version, demonstration, count: entries.length, pointsUrl: base, textsUrl: `${base}/texts` },
    { headers },
  )
}
