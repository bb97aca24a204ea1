/** Bytes to text, strictly: a byte that does not belong to the encoding stops the file and says in which row it stands. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { FileFault } from '../row.ts'

export type Watch = (bytesRead: number) => void

/** The file's bytes, unpacked where its name ends in .gz; a cut archive ends in a FileFault after what could be read. */
export async function* readBytes(file: string, watch: Watch): AsyncGenerator<Buffer> {
  const raw = createReadStream(file)
  raw.on('data', (chunk) => watch(chunk.length))
  let unpacked: NodeJS.ReadableStream = raw
  if (file.endsWith('.gz')) {
    const gunzip = createGunzip()
    raw.on('error', (fault) => gunzip.destroy(fault))
    unpacked = raw.pipe(gunzip)
  }
  try {
    for await (const chunk of unpacked) yield chunk as Buffer
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR')
      throw new FileFault(`${file} ends too early: fetch the archive again.`, { cause })
    if (code?.startsWith('Z_'))
      throw new FileFault(`${file} is no sound gzip archive: fetch it again.`, { cause })
    throw new FileFault(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  } finally {
    raw.destroy()
  }
}

/** The file as text; throws a FileFault with row and cure at a byte that the encoding does not know. */
export async function* readText(file: string, encoding: string, watch: Watch): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let lines = 1
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of readBytes(file, watch)) {
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch (cause) {
      const readable = new TextDecoder(encoding).decode(Buffer.concat([tail, chunk])).split('\uFFFD')[0] ?? ''
      throw wrongEncoding(file, encoding, lines + countLines(readable), cause)
    }
    lines += countLines(text)
    tail = chunk.subarray(-3)
    yield text
  }
  try {
    decoder.decode()
  } catch (cause) {
    throw wrongEncoding(file, encoding, lines, cause)
  }
}

function wrongEncoding(file: string, encoding: string, line: number, cause: unknown): FileFault {
  return new FileFault(
    `${file}, line ${line}: a byte is not ${encoding}. Save the file as UTF-8, or name its encoding in a JSON profile, such as "encoding": "windows-1252".`,
    { cause },
  )
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
