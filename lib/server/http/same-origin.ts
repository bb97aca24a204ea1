/** Whether a request that changes something comes from a page of our own: the check that Next makes for its server actions, for routes. */

/** A browser names the origin of every form it posts; without one, or under another host, somebody else asks. `configured` is PUBLIC_URL's. */
export function isSameOrigin(headers: Headers, configured: string | null): boolean {
  const origin = headers.get('origin')
  if (!origin || (headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin') return false
  return origin === configured || URL.parse(origin)?.host === headers.get('host')
}
