/** The map's style for a language and a theme: file, foreign style or schematic map, as the server decides. */

import { LOCALES } from '#lib/core/i18n/routing.ts'
import { THEMES } from '#lib/core/style/tokens.ts'
import { answerMissing } from '#lib/server/basemap/answers.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; theme: string }> }

export async function GET(_request: Request, context: Context): Promise<Response> {
  const asked = await context.params
  const locale = LOCALES.find((known) => known === asked.locale)
  const theme = THEMES.find((known) => known === asked.theme)
  if (!locale || !theme) return answerMissing()
  const style = await readBasemap().readStyle(theme, locale)
  // The schematic map may give way to a better one at the next visit.
  const cacheControl = style.metadata.schematic ? 'no-cache' : 'public, max-age=300'
  return Response.json(style, { headers: { 'cache-control': cacheControl } })
}
