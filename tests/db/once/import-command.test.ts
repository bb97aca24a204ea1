/** The command as people type it: what it answers to files and words that are wrong, and with which exit status. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { emptyRegister, runImportCommand } from '#tests/support/importing.ts'
import { encodeOsmPbf } from '#tests/support/osm-pbf.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'
import { startUpstream } from '#tests/support/upstream.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())
beforeEach(() => emptyRegister(backend))

const HEADER = 'id,name,disciplines,wz2008,confirmed_on,lng,lat'
const GOOD = ['1,Atelier Eins,design,,,7.001,51.06', '3,Atelier Drei,art,,,7.003,51.06']
const table = (bad: string) => `${[HEADER, GOOD[0], bad, GOOD[1]].join('\n')}\n`
const manyNodes = Array.from({ length: 2000 }, (_, nth) => ({
  id: nth + 1,
  lng: 7 + nth / 1e5,
  lat: 51.06,
  tags: { name: `Buchladen ${Math.sin(nth)}`, shop: 'books' },
}))
const XML = `<osm>${manyNodes.map(({ id, lng, lat, tags }) => `<node id="${id}" lon="${lng}" lat="${lat}"><tag k="shop" v="books"/><tag k="name" v="${tags.name}"/></node>`).join('\n')}</osm>`
const PBF = Buffer.concat([
  encodeOsmPbf({ nodes: manyNodes.slice(0, 50) }),
  encodeOsmPbf({ nodes: manyNodes.slice(50) }),
])
const cut = (whole: Uint8Array, share: number) => whole.subarray(0, Math.floor(whole.length * share))

const names = async () =>
  (await backend.sql<{ name: string }>('select name from public.businesses order by name')).map(
    ({ name }) => name,
  )

describe('a wrong row: a message with row, field and cure; the good ones are in', () => {
  test.each([
    [
      'a broken quote',
      table('2,"Atelier Zwei,design,,,7.002,51.06'),
      /line 3, name: a quote is opened and never closed\. Cure: close the quote/,
    ],
    [
      '31 February',
      table('2,Zwei,design,,31.02.2026,7.002,51.06'),
      /line 3, confirmed_on: "31\.02\.2026" does not exist in the calendar\. Cure: /,
    ],
    [
      'swapped coordinates',
      table('2,Zwei,design,,,51.06,7.002'),
      /line 3, lng, lat: 51\.06, 7\.002: the coordinates are swapped\. Cure: put the longitude/,
    ],
    [
      'a place outside the country',
      table('2,Zwei,design,,,2.35,48.86'),
      /line 3, lng, lat: 2\.35, 48\.86 lies outside .*\. Cure: correct the coordinates/,
    ],
    [
      'an unknown code',
      table('2,Zwei,,73.11.9,,7.002,51.06'),
      /line 3, wz2008: 73\.11\.9 is not a creative-industries code of WZ 2008\. Cure: .*73\.11\.0/,
    ],
    [
      'a wrong encoding',
      Buffer.from(table('2,M\xfcller,design,,,7.002,51.06'), 'latin1'),
      /line 3, name: .* does not belong to the encoding\. Cure: save the file as UTF-8/,
    ],
  ])('%s', async (_, content, message) => {
    const args = [
      writeTemporaryFile('rows.csv', content),
      '--profile',
      'csv',
      '--source',
      'bad',
      '--publish',
      '--json',
    ]
    const { code, stdout, stderr } = await runImportCommand(backend, args)
    expect(stderr).toMatch(message)
    expect(code).toBe(3)
    const line = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    expect(Object.keys(line)).toEqual([
      'read',
      'added',
      'updated',
      'unchanged',
      'review',
      'duplicates',
      'rejected',
      'skipped',
      'seconds',
    ])
    expect(line).toMatchObject({ read: 3, added: 2, rejected: 1 })
    expect(await names()).toEqual(['Atelier Drei', 'Atelier Eins'])
  })
})

describe('a file that breaks off: what came before is in, and the status says so', () => {
  test.each([
    ['archive', 'city.osm.gz', cut(gzipSync(XML), 0.6), /ends too early: fetch the archive again/],
    ['PBF', 'city.osm.pbf', cut(PBF, 0.7), /breaks off or is not OSM PBF .*Fetch it again/],
    ['XML', 'city.osm', cut(Buffer.from(XML), 0.6), /line \d+: the file breaks off .*Fetch it again/],
  ])('%s', async (_, name, content, message) => {
    const { code, stdout, stderr } = await runImportCommand(backend, [
      writeTemporaryFile(name, content),
      '--profile',
      'osm',
      '--source',
      'cut',
      '--json',
    ])
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
    const { read, added, duplicates } = JSON.parse(stdout)
    expect(added).toBeGreaterThan(0)
    expect(added + duplicates).toBe(read)
    expect(await names()).toHaveLength(added)
  })
})

describe('nothing can be read: nothing is written', () => {
  const good = writeTemporaryFile('rows.csv', `${HEADER}\n${GOOD.join('\n')}\n`)
  const typo = writeTemporaryFile('own.json', '{"columns": {"nmae": "name"}}')
  const absent = writeTemporaryFile('absent.json', '{"columns": {"name": "Nmae"}}')
  test.each([
    [
      'a missing file',
      ['nowhere.csv', '--profile', 'csv', '--source', 's'],
      1,
      'nowhere.csv does not exist: check the path',
    ],
    [
      'an empty file',
      [writeTemporaryFile('e.csv', ''), '--profile', 'csv', '--source', 's'],
      1,
      'is empty: export it again',
    ],
    [
      'a header and no rows',
      [writeTemporaryFile('h.csv', HEADER), '--profile', 'csv', '--source', 's'],
      1,
      'holds no rows',
    ],
    [
      'a profile with a typing error',
      [good, '--profile', typo, '--source', 's'],
      2,
      'columns.nmae: unknown key, did you mean "name"?',
    ],
    [
      'a profile that names no column of the file',
      [good, '--profile', absent, '--source', 's'],
      1,
      'has no column "Nmae", which the profile names: did you mean "name"?',
    ],
    ['an unknown profile', [good, '--profile', 'cvs', '--source', 's'], 2, 'did you mean "csv"?'],
    [
      'an unknown option',
      [good, '--profile', 'csv', '--sorce', 's'],
      2,
      '--sorce is no option: did you mean "source"?',
    ],
    [
      'a report that cannot be written',
      [good, '--profile', 'csv', '--source', 's', '--report', '/nowhere/r.csv'],
      1,
      'The report cannot be written',
    ],
  ])('%s', async (_, args, status, message) => {
    const { code, stdout, stderr } = await runImportCommand(backend, args)
    expect(stderr).toContain(message)
    expect(code).toBe(status)
    expect(stdout.includes('added') ? stdout : '').toMatch(/^$|^0 rows read/)
    expect(await names()).toEqual([])
    expect(await backend.sql('select from public.sources')).toEqual([])
  })
})

test('all is well: 0, one plain sentence, and no bar without a terminal', async () => {
  const file = writeTemporaryFile('rows.csv', `${HEADER}\n${GOOD.join('\n')}\n`)
  const { code, stdout, stderr } = await runImportCommand(backend, [
    file,
    '--profile',
    'csv',
    '--source',
    's',
    '--dry-run',
  ])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Nothing was written\. 2 rows read: 2 added, .* \([\d.]+ s\)\n$/)
  expect(await names()).toEqual([])
})

test('without a network the query for Overpass is printed', async () => {
  const { code, stdout, stderr } = await runImportCommand(backend, ['--overpass'], () => {}, {
    OVERPASS_URL: 'http://127.0.0.1:9/api/interpreter',
  })
  expect(stdout).toContain('area["boundary"="administrative"]["name"="Leverkusen"]->.city;')
  expect(stderr).toContain('overpass-turbo.eu')
  expect(code).toBe(1)
})

test('with one the answer is imported', async () => {
  const element = { type: 'node', id: 1, lat: 51.06, lon: 7, tags: { shop: 'books', name: 'Buchladen' } }
  let answer: object = { elements: [element] }
  const upstream = await startUpstream((_, response) => response.end(JSON.stringify(answer)))
  const OVERPASS_URL = `http://127.0.0.1:${upstream.port}/api/interpreter`
  const run = () =>
    runImportCommand(backend, ['--overpass', '--publish', '--json'], () => {}, { OVERPASS_URL })
  const whole = await run()
  answer = { elements: [element], remark: 'runtime error: Query timed out' }
  const partial = await run()
  await upstream.close()
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.stdout)).toMatchObject({ read: 1, added: 1 })
  expect(partial.code).toBe(1)
  expect(partial.stderr).toContain('Query timed out')
})
