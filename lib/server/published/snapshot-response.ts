/** Answers with what belongs to a version: files that never change under their address, and small ones that are asked for again. */
import { brotliCompressSync } from 'node:zlib'
import { takesBrotli } from '#lib/server/http/accept-encoding.ts'
import type { Body } from './snapshot.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** The label of brotli stands on every answer of the address, so a refusal is packed as well. */
const GONE = toSmallBody({
  type: 'about:blank',
  title: 'This version is gone',
  status: 404,
  detail: 'Ask /data/current for the present one.',
})

/** Brotli where the visitor takes it (next.config.js labels it), else plain; 404 where the version is gone. */
export function toImmutableResponse(request: Request, body: Body | undefined, type: string): Response {
  const { plain, brotli } = body ?? GONE
  return new Response(takesBrotli(request.headers) ? brotli : plain, {
    status: body ? 200 : 404,
    headers: {
      'Content-Type': body ? type : 'application/problem+json',
      'Cache-Control': body ? FOREVER : 'no-store',
      Vary: 'Accept-Encoding',
    },
  })
}

function toSmallBody(value: object): Body {
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { plain, brotli: new Uint8Array(brotliCompressSync(plain)) }
}

/** JSON that is asked for again each time: 304 where the visitor has that of this version. */
export function toValidatedResponse(request: Request, version: string, value: object): Response {
  const headers = { ETag: `"${version}"`, 'Cache-Control': 'no-cache' }
  return matchesEtag(request.headers.get('if-none-match'), headers.ETag)
    ? new Response(null, { status: 304, headers })
    : Response.json(value, { headers })
}

/** 503 while the database has never answered. */
export function toUnavailableResponse(): Response {
  return new Response(null, { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } })
}

/** Whether `If-None-Match` names the tag; compares weakly, as RFC 9110 asks for reading. */
export function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
  const toOpaque = (tag: string) => tag.trim().replace(/^W\//, '')
  const tags = (ifNoneMatch ?? '').split(',').map(toOpaque)
  return tags.includes('*') || tags.includes(toOpaque(etag))
}
