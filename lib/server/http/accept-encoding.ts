/**
 * Who takes brotli. Next takes `Content-Encoding` off a route's answer, so a route chooses the body and next.config.js sets
 * the label: both by this one condition, or a browser would read packed bytes as plain ones.
 */

/** Matches a whole `Accept-Encoding` that names `br` and does not refuse it by `q=0`. */
export const TAKES_BROTLI = '(?:.*[ ,])?br(?! *; *q=0(?:\\.0*)? *(?:,|$))(?:[ ,;].*)?'

const pattern = new RegExp(`^${TAKES_BROTLI}$`)

/** The same for a request's headers. */
export function takesBrotli(headers: Headers): boolean {
  return pattern.test(headers.get('accept-encoding') ?? '')
}
