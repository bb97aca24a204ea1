/** The sprite of the foreign basemap: `0.json`, `0.png`, `0@2x.json`, `0@2x.png`. */
import { answerMissing, answerUnavailable, FOR_A_DAY } from '#lib/server/basemap/answers.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'
import { SPRITE_ENDINGS } from '#lib/server/basemap/remote.ts'

type Context = { params: Promise<{ file: string }> }

export async function GET(_request: Request, context: Context): Promise<Response> {
  const { file } = await context.params
  const [, sprite = '', rest] = /^(\d)(.+)$/.exec(file) ?? []
  const ending = SPRITE_ENDINGS.find((known) => known === rest)
  const { remote } = readBasemap()
  if (!remote || !ending) return answerMissing()
  const body = await remote.readSprite(Number(sprite), ending)
  if (!body) return answerUnavailable()
  if (body.length === 0) return answerMissing()
  const type = ending.endsWith('.png') ? 'image/png' : 'application/json'
  return new Response(new Uint8Array(body), {
    headers: { 'cache-control': FOR_A_DAY, 'content-type': type, 'x-content-type-options': 'nosniff' },
  })
}
