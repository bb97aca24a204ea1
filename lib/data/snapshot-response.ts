/** Answers with a file that never changes under its address. */
import type { Body } from './snapshot.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** Brotli where the visitor takes it (next.config.js labels it under the same condition), else plain; 404 where the version is gone. */
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

/** Whether `If-None-Match` names the tag; compares weakly, as RFC 9110 asks for reading. */
export function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
  const toOpaque = (tag: string) => tag.trim().replace(/^W\//, '')
  const tags = (ifNoneMatch ?? '').split(',').map(toOpaque)
  return tags.includes('*') || tags.includes(toOpaque(etag))
}
