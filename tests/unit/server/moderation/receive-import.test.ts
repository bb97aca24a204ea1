import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { MAX_IMPORT_BYTES } from '#lib/core/domain/import-limits.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { isSameOrigin } from '#lib/server/http/same-origin.ts'
import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { readImportForm } from '#lib/server/moderation/import-form.ts'
import { receiveImport } from '#lib/server/moderation/receive-import.ts'

const URL_OF_FORM = 'http://localhost/data/import'
const BOUNDARY = 'a-boundary'
const HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

const openFolder = () => mkdtempSync(join(tmpdir(), 'keimzelle-receive-'))
const toForm = (fields: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return new Request(URL_OF_FORM, { method: 'POST', body: form })
}
const receive = (fields: Record<string, string | File>) => receiveImport(toForm(fields), openFolder())
const csv = (name: string) => new File(['name\nAtelier'], name)

test('a file comes to the disk under its own name, made harmless', async () => {
  const names = {
    'Betriebe 2026.csv': 'Betriebe_2026.csv',
    '../../etc/passwd': 'passwd',
    'C:\\x\\Köln.osm.pbf': 'Köln.osm.pbf',
    [`${'x'.repeat(300)}.csv`]: `${'x'.repeat(96)}.csv`,
  }
  for (const [name, kept] of Object.entries(names)) {
    const folder = openFolder()
    const { fields, files } = await receiveImport(toForm({ source: 'a', file: csv(name) }), folder)
    expect(files.file).toEqual({ path: join(folder, 'file', kept), isTooLarge: false })
    expect(readFileSync(files.file?.path ?? '', 'utf8')).toBe('name\nAtelier')
    expect(fields).toEqual({ source: 'a' })
  }
})

test('a field without a file, and a file under another name, leave nothing behind', async () => {
  const folder = openFolder()
  const { files } = await receiveImport(toForm({ file: new File([], ''), other: csv('a.csv') }), folder)
  expect(files).toEqual({})
  expect(existsSync(join(folder, 'other'))).toBe(false)
})

test('what is beyond the limit is read past: not kept, not held, and the fields behind it arrive', async () => {
  const chunk = new Uint8Array(1024 * 1024)
  async function* body() {
    yield Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.osm"\r\nContent-Type: x/y\r\n\r\n`,
    )
    for (let sent = 0; sent < MAX_IMPORT_BYTES + 50 * chunk.length; sent += chunk.length) yield chunk
    yield Buffer.from(
      `\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="source"\r\n\r\nosm\r\n--${BOUNDARY}--\r\n`,
    )
  }
  const before = process.memoryUsage().rss
  const request = new Request(URL_OF_FORM, {
    method: 'POST',
    headers: HEADERS,
    body: Readable.toWeb(Readable.from(body())),
    duplex: 'half',
  } as unknown as RequestInit)
  const received = await receiveImport(request, openFolder())
  expect(received.files.file?.isTooLarge).toBe(true)
  expect(received.fields).toEqual({ source: 'osm' })
  expect(process.memoryUsage().rss - before).toBeLessThan(MAX_IMPORT_BYTES)
  expect((await readImportForm(received)).faults).toContainEqual({
    field: 'file',
    code: 'file-too-large',
  })
})

test.each([
  ['no form', 'x', { 'content-type': 'text/plain' }],
  ['a form that breaks off', `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb`, HEADERS],
])('%s is refused', async (_name, body, headers) => {
  const request = new Request(URL_OF_FORM, { method: 'POST', headers, body })
  await expect(receiveImport(request, openFolder())).rejects.toThrow()
})

test('a second file of one field is refused, and nothing is left unhandled meanwhile', async () => {
  const unhandled: unknown[] = []
  const note = (fault: unknown) => unhandled.push(fault)
  process.on('unhandledRejection', note)
  const folder = openFolder()
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nname\r\n`
  async function* body() {
    yield Buffer.from(part + part)
    // On its way until both folders have been asked for, and longer.
    for (let turn = 0; turn < 50 || !existsSync(join(folder, 'file', 'a.csv')); turn += 1)
      await new Promise((done) => setImmediate(done))
    yield Buffer.from(`--${BOUNDARY}--\r\n`)
  }
  const stream = Readable.toWeb(Readable.from(body()))
  const init = { method: 'POST', headers: HEADERS, body: stream, duplex: 'half' }
  const request = new Request(URL_OF_FORM, init as unknown as RequestInit)
  await expect(receiveImport(request, folder)).rejects.toThrow('EEXIST')
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('every field that cannot be taken is named', async () => {
  const { faults } = await readImportForm(await receive({ profile: 'excel', source: 'Große Quelle' }))
  expect(faults.map(({ field, code }) => `${field}: ${code}`)).toEqual([
    'file: file-missing',
    'profile: profile-unknown',
    'source: source-wrong',
  ])
  const own = (text: string) =>
    receive({
      profile: 'own',
      source: 'demonstration',
      file: csv('a.csv'),
      profile_file: new File([text], 'p.json'),
    }).then(readImportForm)
  const wrong = (await own('{"colums": {}}')).faults
  expect(wrong).toMatchObject([
    { field: 'profile_file', code: 'profile-wrong' },
    { field: 'source', code: 'source-wrong' },
  ])
  const said = (locale: Locale) => formatImportMessage(locale, wrong[0]?.importMessage ?? '')
  expect(said('en')).toContain('colums: unknown key, did you mean "columns"?')
  expect(said('de')).toContain('colums: Unbekannter Schlüssel; meinten Sie „columns“?')
  expect((await own('{')).faults[0]).toMatchObject({
    code: 'profile-wrong',
    importMessage: { code: 'profiles.no-json', values: { name: 'p.json' } },
  })
  expect((await own('\uFEFF{"kind": "space"}')).profile).toMatchObject({ name: 'p.json', kind: 'space' })
})

test('only forms of our own pages are taken', () => {
  const ask = (headers: Record<string, string>) =>
    isSameOrigin(new Headers({ host: 'karte.example', ...headers }), 'https://karte.example')
  expect(ask({ origin: 'https://karte.example' })).toBe(true)
  expect(ask({ origin: 'https://karte.example', 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(ask({ host: '10.0.0.2:3000', origin: 'https://karte.example' })).toBe(true)
  const refused: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://karte.example', 'sec-fetch-site': 'same-site' },
    { origin: 'https://karte.example.evil.example' },
  ]
  for (const headers of refused) expect(ask(headers), JSON.stringify(headers)).toBe(false)
})
