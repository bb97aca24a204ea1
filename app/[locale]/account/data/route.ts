/** Everything kept of the signed-in person, as a file. */

import { toLocale } from '#lib/core/i18n/routing.ts'
import { toSignInPath } from '#lib/core/view/paths.ts'
import { readMyData } from '#lib/server/queries/own-account.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const locale = toLocale((await params).locale)
  const client = await createSessionClient()
  const { data: session } = await client.auth.getUser()
  if (!session.user) {
    // Without an origin: behind a proxy the server knows only its own.
    const headers = { Location: toSignInPath(locale, `/${locale}/account`), 'Cache-Control': 'no-store' }
    return new Response(null, { status: 303, headers })
  }
  const data = await readMyData(client)
  if (data === null) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return new Response(JSON.stringify(JSON.parse(data), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="keimzelle-meine-daten.json"',
      'Cache-Control': 'no-store',
    },
  })
}
