/** Sends pages without a language to German or English and gives each its own script policy; data, tiles and health checks pass by. */
import { NextRequest } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { toPagePolicy } from '#lib/http/security-headers.ts'
import { routing } from '#lib/i18n/routing.ts'

const chooseLanguage = createMiddleware(routing)

export default function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const isEmbed = /^\/[a-z]{2}\/embed(\/|$)/.test(request.nextUrl.pathname)
  const policy = toPagePolicy(nonce, isEmbed, process.env.NODE_ENV === 'development')
  // Next reads the nonce for its own scripts from the request's policy.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = chooseLanguage(new NextRequest(request, { headers }))
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = { matcher: ['/((?!api|data|basemap|healthz|readyz|maplibre|_next|.*\\..*).*)'] }
