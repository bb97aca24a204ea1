/** Tiles of the operator's PMTiles file; the version in the path changes with the file. */
import { answerMissing, answerTile, FOREVER } from '#lib/server/basemap/answers.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'
import { parseTileAddress } from '#lib/server/basemap/tile-address.ts'

type Context = { params: Promise<{ version: string; z: string; x: string; y: string }> }

export async function GET(_request: Request, context: Context): Promise<Response> {
  const asked = await context.params
  const address = parseTileAddress(asked)
  const archive = address && (await readBasemap().readArchive())
  if (!archive || archive.version !== asked.version) return answerMissing()
  const tile = await archive.readTile(address.z, address.x, address.y)
  return answerTile(tile ?? Buffer.alloc(0), FOREVER)
}
