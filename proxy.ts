/**
 * Sends pages without a language to German or English, gives each its own script policy, and the page of an entry that is not there
 * its status, which no page can set. Data, tiles and health checks pass by.
 */
import { NextRequest, NextResponse } from 'next/server'
import { hasLocale } from 'next-intl'
import createMiddleware from 'next-intl/middleware'
import { findAbsence } from '#lib/data/absence.ts'
import { parseEntryPath, toAbsentPath } from '#lib/domain/paths.ts'
import { toPagePolicy } from '#lib/http/security-headers.ts'
import { routing } from '#lib/i18n/routing.ts'

const chooseLanguage = createMiddleware(routing)

export default async function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const isEmbed = /^\/[a-z]{2}\/embed(\/|$)/.test(request.nextUrl.pathname)
  const policy = toPagePolicy(nonce, isEmbed, process.env.NODE_ENV === 'development')
  // Next reads the nonce for its own scripts from the request's policy.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = chooseLanguage(new NextRequest(request, { headers }))
  response.headers.set('Content-Security-Policy', policy)
  const asked = parseEntryPath(request.nextUrl.pathname)
  const absence = asked && hasLocale(routing.locales, asked.locale) && (await findAbsence(asked.slug))
  if (!asked || !absence) return response
  // Whole, since Next refuses a path alone.
  response.headers.set(
    'x-middleware-rewrite',
    new URL(toAbsentPath(asked.locale, asked.slug), request.url).href,
  )
  return new NextResponse(null, { status: absence.departure ? 410 : 404, headers: response.headers })
}

export const config = { matcher: ['/((?!api|data|basemap|healthz|readyz|maplibre|_next|.*\\..*).*)'] }
