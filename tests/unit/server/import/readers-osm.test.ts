import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { readProfile } from '#lib/server/import/profile.ts'
import { measureFile, readRows } from '#lib/server/import/readers/read-rows.ts'
import { FileFault, type RawRow } from '#lib/server/import/row.ts'
import { encodeOsmPbf } from '#tests/support/osm-pbf.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="51.06" lon="7.00"><tag k="shop" v="books"/><tag k="name" v="B &amp; Ö"/></node>
  <node id="2" lat="51.08" lon="7.04"/>
  <way id="9"><nd ref="1"/><nd ref="2"/><tag k="craft" v="sculptor"/></way>
  <relation id="4"><member type="way" ref="9" role=""/><tag k="tourism" v="museum"/></relation>
</osm>
`
const SAME_ROWS = [
  ['node/1', { shop: 'books', name: 'B & Ö' }, [7, 51.06]],
  ['way/9', { craft: 'sculptor' }, [7.02, 51.07]],
]
const RELATION = ['relation/4', { tourism: 'museum' }, [7.02, 51.07]]
const PBF = encodeOsmPbf({
  nodes: [
    { id: 1, lng: 7, lat: 51.06, tags: { shop: 'books', name: 'B & Ö' } },
    { id: 2, lng: 7.04, lat: 51.08 },
  ],
  ways: [{ id: 9, nodes: [1, 2], tags: { craft: 'sculptor' } }],
})
const OVERPASS = JSON.stringify({
  version: 0.6,
  elements: [
    { type: 'node', id: 1, lat: 51.06, lon: 7, tags: { shop: 'books', name: 'B & Ö' } },
    { type: 'way', id: 9, center: { lat: 51.07, lon: 7.02 }, nodes: [1, 2], tags: { craft: 'sculptor' } },
  ],
})
const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'node/1',
      properties: { shop: 'books', name: 'B & Ö' },
      geometry: { type: 'Point', coordinates: [7, 51.06] },
    },
    {
      type: 'Feature',
      properties: { '@id': 'way/9', tags: { craft: 'sculptor' } },
      geometry: {
        type: 'LineString',
        coordinates: [
          [7, 51.06],
          [7.04, 51.08],
        ],
      },
    },
  ],
})

/** Rows as far as they could be read, and the fault that ended them. */
async function read(name: string, content: string | Uint8Array, profile = 'osm') {
  const rows: RawRow[] = []
  let bytes = 0
  const file = writeTemporaryFile(name, content)
  try {
    for await (const row of readRows(file, readProfile(profile), (count) => (bytes += count))) rows.push(row)
    return { rows, bytes, size: measureFile(file), fault: null }
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    return { rows, bytes, size: 0, fault: fault.message }
  }
}
const toComparable = ({ id, fields, position }: RawRow) => {
  const { '@id': _, ...tags } = fields
  return [id, tags, position?.map((degrees) => Number(degrees.toFixed(6)))]
}

describe('the same places from every format', () => {
  test.each([
    ['city.osm', XML, [...SAME_ROWS, RELATION]],
    ['city.osm.gz', gzipSync(XML), [...SAME_ROWS, RELATION]],
    ['city.osm.pbf', PBF, SAME_ROWS],
    ['overpass.json', OVERPASS, SAME_ROWS],
    ['tags.geojson', GEOJSON, SAME_ROWS],
    ['tags.GeoJSON.GZ', gzipSync(GEOJSON), SAME_ROWS],
  ])('%s', async (name, content, expected) => {
    const { rows, bytes, size } = await read(name, content)
    expect(rows.map(toComparable)).toEqual(expected)
    // The progress bar ends full; a JSON file's head was looked at before.
    expect(bytes).toBe(size)
  })

  test('ways before their nodes', async () => {
    const [head = '', ...rest] = XML.split(/(?=<way)/)
    const way = rest.join('').split('<relation')[0] ?? ''
    const { rows } = await read('city.osm', `${head.replace('<node id="1"', `${way}<node id="1"`)}</osm>`)
    expect(rows.map(toComparable)).toEqual(SAME_ROWS)
  })
})

describe('a file that breaks off gives what came before, and a fault with its cure', () => {
  const manyNodes = Array.from(
    { length: 20_000 },
    (_, nth) =>
      `<node id="${nth + 1}" lat="51.06" lon="7.${nth}"><tag k="name" v="${Math.sin(nth)}"/></node>`,
  ).join('\n')
  const long = `<osm>${manyNodes}</osm>`
  const cut = (whole: Uint8Array, share: number) => whole.subarray(0, Math.floor(whole.length * share))

  test.each([
    ['.osm', 'city.osm', cut(Buffer.from(long), 0.7)],
    ['.osm.gz', 'city.osm.gz', cut(gzipSync(long), 0.7)],
    ['Overpass', 'o.json', cut(Buffer.from(OVERPASS), 0.8)],
    ['GeoJSON', 'g.geojson', cut(Buffer.from(GEOJSON), 0.7)],
  ])('%s', async (_, name, content) => {
    const { rows, fault } = await read(name, content)
    expect(rows.length).toBeGreaterThan(0)
    expect(fault).toMatch(/breaks off|ends too early/)
    expect(fault).toMatch(/again/)
  })

  test('.osm.pbf, cut at any byte', async () => {
    for (let length = 1; length < PBF.length; length += 7) {
      const { fault } = await read('city.osm.pbf', PBF.subarray(0, length))
      // Cut between two blocks a file is whole, but then it holds nothing.
      expect(fault, `${length} bytes`).toMatch(/breaks off|holds no node/)
    }
  })

  test.each([
    ['an archive that is none', 'city.osm.gz', 'plain text', 'not an intact gzip archive'],
    ['PBF that is none', 'city.osm.pbf', 'plain text, and longer than a header', 'not OSM PBF'],
    ['a page of errors', 'city.osm', '<html><body>Too busy</body></html>', 'holds no node, way or relation'],
    ['JSON of another kind', 'x.json', '{"rows": []}', 'neither "features" (GeoJSON) nor "elements"'],
    ['an empty archive', 'x.geojson.gz', gzipSync(''), 'is empty'],
    ['a table', 'x.xlsx', 'PK', 'does not read'],
  ])('%s', async (_, name, content, message) => {
    expect((await read(name, content)).fault).toContain(message)
  })

  test('missing and empty files, folders', () => {
    expect(() => measureFile('nowhere.csv')).toThrow('nowhere.csv does not exist: check the path')
    expect(() => measureFile(writeTemporaryFile('empty.csv', ''))).toThrow('is empty: export it again')
    expect(() => measureFile(import.meta.dirname)).toThrow('is not a file')
  })
})

test('what is no feature is a row with a fault; the others come in', async () => {
  const features = [
    { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [7, 51] } },
    'nonsense',
    { type: 'Feature', properties: { name: 'B' }, geometry: { type: 'Point', coordinates: [] } },
    { type: 'Feature', properties: null, geometry: null },
  ]
  const { rows } = await read('x.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  expect(
    rows.map(({ at, fault }) => [
      formatImportMessage('en', at),
      fault && formatImportMessage('en', fault.field),
    ]),
  ).toEqual([
    ['feature 1', undefined],
    ['feature 2', '(feature)'],
    ['feature 3', 'geometry'],
    ['feature 4', undefined],
  ])
})
