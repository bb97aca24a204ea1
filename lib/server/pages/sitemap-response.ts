/** Answers with a list of pages, or says plainly that there is none. */
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

/** 404 where `format` gives null, 503 while the register has never answered. */
export async function respondWithSitemap(format: (snapshot: Snapshot) => string | null): Promise<Response> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  const text = format(snapshot)
  return text === null
    ? new Response(null, { status: 404 })
    : new Response(text, { headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'no-cache' } })
}
