/**
 * What every answer tells the browser it may do with it. Pages get a policy with a nonce for their scripts; everything else is data
 * and may do nothing at all. Only the embeddable page may be framed by other sites.
 */

/** Headers of every answer, pages, data, errors and downloads alike. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: with it, forms without script send `Origin: null`.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** The policy of what is no page: it neither loads nor runs nor is framed. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

/**
 * The policy of a page. Styles may stand in attributes, since React and MapLibre place elements by them; scripts need the nonce.
 * React's development build evaluates text, which no other does.
 */
export function toPagePolicy(nonce: string, isEmbed: boolean, isDevelopment: boolean): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': isEmbed ? '*' : "'none'",
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
