/** The answers of the routes under `app/basemap`: what a tile or a resource looks like over HTTP. */
export const FOREVER = 'public, max-age=31536000, immutable'
export const FOR_A_DAY = 'public, max-age=86400'

/** A vector or raster tile; empty is 204, null (its server cannot be had) is 503. */
export function answerTile(tile: Buffer | null, cacheControl: string): Response {
  if (!tile) return answerUnavailable()
  if (tile.length === 0)
    return new Response(null, { status: 204, headers: { 'cache-control': cacheControl } })
  const isRaster = tile[0] === 0x89 || tile[0] === 0xff || tile.subarray(0, 4).toString('latin1') === 'RIFF'
  const headers = {
    'cache-control': cacheControl,
    'content-type': isRaster ? 'application/octet-stream' : 'application/vnd.mapbox-vector-tile',
    'x-content-type-options': 'nosniff',
  }
  return new Response(new Uint8Array(tile), { headers })
}

/** The basemap's server cannot be had: ask again soon, the entries do not wait for it. */
export function answerUnavailable(): Response {
  return new Response(null, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '10' } })
}

/** There is no such thing. */
export function answerMissing(): Response {
  return new Response(null, { status: 404, headers: { 'cache-control': 'public, max-age=60' } })
}
