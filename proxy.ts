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

/** They describe how the page came here, not how it goes on. */
const OF_THE_CONNECTION = [
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]
const PAGE_LIMIT_MILLISECONDS = 10_000

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
  return (await answerAbsence(request.nextUrl)) ?? response
}

/** The page of an entry that is not there, with its status: Next drops that of a rewrite, so the page is asked for as by a visitor. */
async function answerAbsence({ pathname, origin }: URL): Promise<NextResponse | undefined> {
  const asked = parseEntryPath(pathname)
  const absence = asked && hasLocale(routing.locales, asked.locale) && (await findAbsence(asked.slug))
  if (!asked || !absence) return undefined
  const page = await fetch(new URL(toAbsentPath(asked.locale, asked.slug), origin), {
    redirect: 'manual',
    signal: AbortSignal.timeout(PAGE_LIMIT_MILLISECONDS),
  }).catch(() => undefined)
  if (!page?.ok) return undefined
  const headers = new Headers(page.headers)
  for (const name of OF_THE_CONNECTION) headers.delete(name)
  return new NextResponse(page.body, { status: absence.departure ? 410 : 404, headers })
}

export const config = { matcher: ['/((?!api|data|basemap|healthz|readyz|maplibre|_next|.*\\..*).*)'] }
