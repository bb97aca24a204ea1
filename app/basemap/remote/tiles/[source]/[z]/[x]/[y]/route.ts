/** Tiles of the foreign basemap, fetched by our server; the source is a number in the style that we handed out. */
import { answerMissing, answerTile, FOR_A_DAY } from '#lib/server/basemap/answers.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'
import { isNearBox, parseTileAddress } from '#lib/server/basemap/tile-address.ts'

type Context = { params: Promise<{ source: string; z: string; x: string; y: string }> }

export async function GET(_request: Request, context: Context): Promise<Response> {
  const asked = await context.params
  const { remote, box } = readBasemap()
  const address = parseTileAddress(asked)
  if (!remote || !address || !/^\d{1,2}$/.test(asked.source)) return answerMissing()
  if (!isNearBox(address, box)) return answerTile(Buffer.alloc(0), FOR_A_DAY)
  const tile = await remote.readTile(Number(asked.source), address.z, address.x, address.y)
  return answerTile(tile, FOR_A_DAY)
}
