/** Bytes to text. A byte that does not belong to the encoding becomes U+FFFD, so that only the rows that hold one are lost. */
import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FileFault } from '#lib/server/import/row.ts'

export type Watch = (bytesRead: number) => void

/** Small chunks and none in store, so that the progress shown is that of the rows. */
const CHUNK_BYTES = 16_384
export const ONE_AHEAD = { highWaterMark: 1 } as const

const SINGLE_BYTE = /^(windows|iso|ibm|koi|macintosh|x-mac)/

/** The file's bytes, unpacked where its name ends in .gz; a cut archive ends in a FileFault after what could be read. */
export async function* readFileBytes(file: string, watch: Watch): AsyncGenerator<Buffer> {
  const raw = Readable.from(countBytes(file, watch), ONE_AHEAD)
  const bytes = /\.gz$/i.test(file) ? pipeline(raw, createGunzip(), () => {}) : raw
  try {
    for await (const chunk of bytes) yield chunk as Buffer
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw new FileFault('archive-cut', { file })
    if (code?.startsWith('Z_')) throw new FileFault('archive-broken', { file })
    throw new FileFault('unreadable', { file, detail: (cause as Error).message })
  }
}

async function* countBytes(file: string, watch: Watch): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    watch(chunk.length)
    yield chunk
  }
}

/** The file as text. UTF-8 that is said to be an older encoding would turn into wrong letters in silence: it is a FileFault. */
export async function* readFileText(file: string, encoding: string, watch: Watch): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let isDoubtful = SINGLE_BYTE.test(decoder.encoding)
  for await (const chunk of readFileBytes(file, watch)) {
    if (isDoubtful && !isAscii(chunk)) {
      isDoubtful = false
      if (beginsAsUtf8(chunk)) throw new FileFault('is-utf8', { file, encoding })
    }
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

/** The last letter may be cut at the chunk's end. */
function beginsAsUtf8(chunk: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}
