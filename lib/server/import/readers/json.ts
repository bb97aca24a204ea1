/** Streams the elements of one array in a JSON file: `features` of GeoJSON, `elements` of an answer of Overpass. */
import { pipeline, Readable } from 'node:stream'
import { pick } from 'stream-json/filters/pick.js'
import parser from 'stream-json/parser.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import { FileFault } from '#lib/server/import/row.ts'
import { ONE_AHEAD, readFileText, type Watch } from './file-text.ts'

/** Which array the file holds, judged by its first 64 kB. */
export async function detectArray(file: string, encoding: string): Promise<'features' | 'elements'> {
  let head = ''
  for await (const chunk of readFileText(file, encoding, () => {})) {
    head += chunk
    if (head.length >= 65_536) break
  }
  if (!head.trim()) throw new FileFault('empty-json', { file })
  if (/"features"\s*:/.test(head)) return 'features'
  if (/"elements"\s*:/.test(head)) return 'elements'
  throw new FileFault('no-array', { file })
}

/** Each element of the top-level array of that name; a file that breaks off ends in a FileFault after what could be read. */
export async function* readArray(
  file: string,
  name: 'features' | 'elements',
  encoding: string,
  watch: Watch,
): AsyncGenerator<unknown> {
  const text = Readable.from(readFileText(file, encoding, watch), ONE_AHEAD)
  const values = pipeline(
    text,
    parser.asStream(),
    pick.asStream({ filter: name }),
    streamArray.asStream(),
    () => {},
  )
  try {
    for await (const { value } of values as AsyncIterable<{ value: unknown }>) yield value
  } catch (cause) {
    if (cause instanceof FileFault) throw cause
    throw new FileFault('broken-json', { file, detail: (cause as Error).message })
  }
}
