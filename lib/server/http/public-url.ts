/** The address under which visitors know the app, for links that leave it: search engines, shared links, mails. */

/** `PUBLIC_URL` as an origin, null where it is not set; throws where it is no plain https or http origin. */
export function readPublicUrl(text: string | undefined = process.env.PUBLIC_URL): string | null {
  if (!text) return null
  const url = URL.parse(text)
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username
  if (!isOrigin)
    throw new Error(
      `PUBLIC_URL is ${text}. Give protocol and host without a path, such as https://karte.example.`,
    )
  return url.origin
}

/** The origin that mails and their links lead to: the configured one, else the app's own on this machine. Throws as `readPublicUrl`. */
export function readLinkOrigin(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return readPublicUrl(env.PUBLIC_URL ?? '') ?? `http://localhost:${env.PORT || 3000}`
}

/**
 * The configured origin, else the one of the request. A visitor can forge the latter, so it may only stand in what that visitor alone
 * gets back: a page's metadata, never a mail.
 */
export function toOrigin(headers: Headers, configured: string | null = readPublicUrl()): string {
  if (configured) return configured
  const protocol = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  const asked = URL.parse(`${protocol}://${headers.get('host') ?? ''}`)
  return asked?.pathname === '/' && !asked.username ? asked.origin : 'http://localhost'
}
