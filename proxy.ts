/**
 * Sends pages without a language to German or English, gives each its own script policy, and the page of an entry that is not there
 * its status, which no page can set; a merged one leads to where it went; renews sessions on the pages of people; refuses what other people's
 * pages send in a visitor's name, also where Next lets it through (no Origin). Data, tiles and health checks pass by.
 */
import { NextRequest, NextResponse } from 'next/server'
import { hasLocale } from 'next-intl'
import createMiddleware from 'next-intl/middleware'
import { MAX_BODY_BYTES } from '#lib/core/domain/body-limit.ts'
import { routing } from '#lib/core/i18n/routing.ts'
import { parseEntryPath, toAbsentPath, toEntryPath } from '#lib/core/view/paths.ts'
import { readPublicUrl } from '#lib/server/http/public-url.ts'
import { isSameOrigin } from '#lib/server/http/same-origin.ts'
import { toPagePolicy } from '#lib/server/http/security-headers.ts'
import { findAbsence } from '#lib/server/published/absence.ts'
import { type Cookie, renewSession } from '#lib/server/supabase/renew-session.ts'

/** They describe how the page came here, not how it goes on. */
const OF_THE_CONNECTION = [
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]
const PAGE_LIMIT_MILLISECONDS = 10_000
const MOVED = { 'Cache-Control': 'public, max-age=3600' }

/** Pages that look at who is signed in. All others take no cookies, so that anybody may keep them. */
const OF_PEOPLE = /^\/[a-z]{2}\/(account|admin|moderation|planning|propose)(\/|$)/

const chooseLanguage = createMiddleware(routing)

export default async function proxy(request: NextRequest) {
  if (isTooLarge(request)) return new NextResponse(null, { status: 413 })
  if (!isReading(request) && !isSameOrigin(request.headers, readPublicUrl()))
    return new NextResponse(null, { status: 403, headers: { 'Cache-Control': 'no-store' } })
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const isEmbed = /^\/[a-z]{2}\/embed(\/|$)/.test(request.nextUrl.pathname)
  const policy = toPagePolicy(nonce, isEmbed, process.env.NODE_ENV === 'development')
  // Next reads the nonce for its own scripts from the request's policy.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const renewed = OF_PEOPLE.test(request.nextUrl.pathname) ? await renewSession(request.cookies.getAll()) : []
  if (renewed.length > 0) headers.set('cookie', replaceCookies(request, renewed))
  const response = chooseLanguage(new NextRequest(request, { headers }))
  response.headers.set('Content-Security-Policy', policy)
  for (const { name, value, options } of renewed) response.cookies.set(name, value, options)
  return (await answerAbsence(request.nextUrl)) ?? response
}

/** The request's cookies with those that were renewed. */
function replaceCookies({ cookies }: NextRequest, renewed: readonly Cookie[]): string {
  const all = new Map([...cookies.getAll(), ...renewed].map(({ name, value }) => [name, value]))
  return [...all]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

function isReading({ method }: NextRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** Only forms that may carry a photo may be larger than a text. */
function isTooLarge({ headers, nextUrl }: NextRequest): boolean {
  const mayCarryPhoto = /^\/[a-z]{2}\/(propose|moderation)(\/|$)/.test(nextUrl.pathname)
  return !mayCarryPhoto && Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES
}

/** The page of an entry that is not there, with its status: Next drops that of a rewrite, so the page is asked for as by a visitor. */
async function answerAbsence({ pathname, search, origin }: URL): Promise<NextResponse | undefined> {
  const asked = parseEntryPath(pathname)
  const absence = asked && hasLocale(routing.locales, asked.locale) && (await findAbsence(asked.slug))
  if (!asked || !absence) return undefined
  if (absence.successor) {
    const path = toEntryPath(asked.locale, absence.successor) + search
    // Not for ever: a moderator may bring the entry back.
    return NextResponse.redirect(new URL(path, origin), { status: 308, headers: MOVED })
  }
  const own = new URL(toAbsentPath(asked.locale, asked.slug), origin)
  // Behind a proxy the origin has the visitor's protocol; the server itself speaks http alone.
  own.protocol = 'http:'
  const signal = AbortSignal.timeout(PAGE_LIMIT_MILLISECONDS)
  const page = await fetch(own, { redirect: 'manual', signal }).catch((fault: Error) => console.error(fault))
  if (!page?.ok) return undefined
  const headers = new Headers(page.headers)
  for (const name of OF_THE_CONNECTION) headers.delete(name)
  return new NextResponse(page.body, { status: absence.departure ? 410 : 404, headers })
}

/** Pages; and whatever calls a server action or brings a form, because Next takes those at any address that ends at a page. */
export const config = {
  matcher: [
    '/((?!api|data|basemap|healthz|readyz|maplibre|_next|.*\\..*).*)',
    { source: '/((?!(?:api|data)/|_next/).*)', has: [{ type: 'header', key: 'next-action' }] },
    {
      source: '/((?!(?:api|data)/|_next/).*)',
      has: [{ type: 'header', key: 'content-type', value: '(multipart|text|application/x).*' }],
    },
  ],
}
