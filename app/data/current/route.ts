/** The small pointer to the map's current snapshot, asked for anew each time and mostly answered by 304. */
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { matchesEtag } from '#lib/data/snapshot-response.ts'
import { FORMAT } from '#lib/snapshot/format.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const { version, demonstration, entries } = snapshot
  const headers = { ETag: `"${version}"`, 'Cache-Control': 'no-cache' }
  if (matchesEtag(request.headers.get('if-none-match'), headers.ETag))
    return new Response(null, { status: 304, headers })
  const pointsUrl = `/data/${version}`
  return Response.json(
    {
      version,
      format: FORMAT,
      demonstration,
      count: entries.length,
      pointsUrl,
      textsUrl: `${pointsUrl}/texts`,
    },
    { headers },
  )
}
