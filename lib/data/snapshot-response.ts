/** Answers with a body that never changes under its address. */
import type { Body } from './snapshot-cache.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** Brotli where the visitor takes it, else plain; 404 where the version is no longer kept. */
export function toImmutableResponse(request: Request, body: Body | undefined, type: string): Response {
  if (!body) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const takesBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
  return new Response(takesBrotli ? body.brotli : body.plain, {
    headers: {
      'Content-Type': type,
      'Cache-Control': FOREVER,
      Vary: 'Accept-Encoding',
      ...(takesBrotli && { 'Content-Encoding': 'br' }),
    },
  })
}
