/** A form with files straight to the disk: no file is ever held in memory, and what is beyond its limit is read past and not kept. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { MAX_IMPORT_BYTES, MAX_PROFILE_BYTES } from '#lib/core/domain/import-limits.ts'

const MAX_FIELD_BYTES = 500
const FILES = { file: MAX_IMPORT_BYTES, profile_file: MAX_PROFILE_BYTES } as const
type FileField = keyof typeof FILES

type ReceivedFile = { path: string; isTooLarge: boolean }
export type ReceivedForm = {
  fields: Record<string, string>
  files: Partial<Record<FileField, ReceivedFile>>
}

/** Writes the files into the folder, each under its own name in a folder of its field; rejects where the body is no form with files, or breaks off. */
export async function receiveImport(request: Request, folder: string): Promise<ReceivedForm> {
  const form: ReceivedForm = { fields: Object.create(null), files: {} }
  const writing: Promise<void>[] = []
  const reader = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: {
      fileSize: MAX_IMPORT_BYTES,
      files: Object.keys(FILES).length,
      fields: 10,
      fieldSize: MAX_FIELD_BYTES,
    },
  })
  reader.on('field', (name, value) => {
    form.fields[name] = value
  })
  reader.on('file', (name, stream, fileName) => {
    if (!fileName || !isFileField(name)) stream.resume()
    else writing.push(keep(form, name, stream, join(folder, name), toSafeName(fileName)))
    // What fails is told at the end; the rest of the body is still on its way.
    writing.at(-1)?.catch(() => {})
  })
  if (!request.body) throw new Error('There is no body.')
  await pipeline(Readable.fromWeb(request.body as ReadableStream), reader)
  await Promise.all(writing)
  return form
}

async function keep(
  { files }: ReceivedForm,
  field: FileField,
  stream: BusboyFileStream,
  folder: string,
  name: string,
): Promise<void> {
  try {
    await mkdir(folder)
    const path = join(folder, name)
    const out = createWriteStream(path)
    await pipeline(stream, out)
    files[field] = { path, isTooLarge: stream.truncated === true || out.bytesWritten > FILES[field] }
  } finally {
    // Where the disk is full the rest of the form is still read, so that the answer arrives.
    stream.resume()
  }
}

function isFileField(name: string): name is FileField {
  return Object.hasOwn(FILES, name)
}

/** The last part of the name, whose ending says how to read it, without what a file system or a report could trip over. */
function toSafeName(name: string): string {
  const clean = (name.split(/[/\\]/).at(-1) ?? '').replace(/[^\p{L}\p{N}._-]+/gu, '_')
  return clean.slice(-100) || 'file'
}
