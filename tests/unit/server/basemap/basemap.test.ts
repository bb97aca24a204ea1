import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withAbsolutePaths } from '#lib/core/style/basemap/basemap-style.ts'
import { THEMES } from '#lib/core/style/tokens.ts'
import { openArchive } from '#lib/server/basemap/archive.ts'
import { formatAttribution } from '#lib/server/basemap/attribution.ts'
import { createBasemap } from '#lib/server/basemap/basemap.ts'
import { readBasemapSettings } from '#lib/server/basemap/basemap-settings.ts'
import { createDiskCache } from '#lib/server/basemap/disk-cache.ts'
import { readCity } from '#lib/server/city.ts'
import { writePmtiles } from '#tests/support/pmtiles.ts'

const directory = mkdtempSync(join(tmpdir(), 'keimzelle-basemap-'))
afterAll(() => rmSync(directory, { recursive: true }))
beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const city = readCity('')
let folders = 0
const settings = (env: Record<string, string> = {}) =>
  readBasemapSettings({ DATA_DIR: join(directory, `data-${folders++}`), ...env })
const STYLE = 'https://maps.example.org/styles/grey.json'

const foreignStyle = {
  version: 8,
  glyphs: 'https://maps.example.org/fonts/{fontstack}/{range}.pbf',
  sprite: 'https://maps.example.org/sprites/grey',
  sources: {
    web: { type: 'vector', url: '../tiles.json' },
    sat: { type: 'raster', tiles: ['https://maps.example.org/sat/{z}/{x}/{y}.png'], tileSize: 256 },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#ffffff' } },
    { id: 'sat', type: 'raster', source: 'sat' },
    {
      id: 'name',
      type: 'symbol',
      source: 'web',
      'source-layer': 'name',
      layout: {
        'text-field': ['format', ['get', 'name'], { 'text-font': ['literal', ['Roboto Bold']] }],
        'text-font': ['Roboto Bold'],
      },
      paint: { 'text-color': ['match', ['get', 'class'], 'a', 'black', 'hsl(0, 0%, 20%)'] },
    },
  ],
}
const ANSWERS: Record<string, unknown> = {
  [STYLE]: foreignStyle,
  'https://maps.example.org/tiles.json': {
    tiles: ['https://maps.example.org/t/{z}/{x}/{y}.pbf'],
    maxzoom: 15,
    attribution: '<a href="https://maps.example.org/"onclick="x()">Amt</a><script>alert(1)</script>',
  },
}

/** A world outside that answers from memory and remembers what it was asked for. */
function world(answers: Record<string, unknown>) {
  const asked: string[] = []
  const get = async (url: URL) => {
    asked.push(url.href)
    const answer = answers[url.href]
    if (answer === undefined) throw new Error('nobody answers')
    return Buffer.isBuffer(answer) ? answer : Buffer.from(JSON.stringify(answer))
  }
  return { asked, get }
}

describe('the basemap', () => {
  it('is schematic at once where that is wanted, and asks nobody', async () => {
    const { asked, get } = world(ANSWERS)
    const basemap = createBasemap(settings({ BASEMAP: 'schematic', BASEMAP_STYLE: STYLE }), city, get)
    const style = await basemap.readStyle('light', 'de')
    expect(style.metadata).toEqual({ kind: 'schematic', schematic: true })
    expect(validateStyleMin(style)).toEqual([])
    expect(asked).toEqual([])
  })

  it('is schematic without a network, and asks but once a minute', async () => {
    const { asked, get } = world({})
    const basemap = createBasemap(settings(), city, get)
    for (const theme of THEMES)
      expect((await basemap.readStyle(theme, 'de')).metadata.schematic, theme).toBe(true)
    expect(asked).toHaveLength(1)
  })

  it('does not wait for a server that says nothing', async () => {
    const basemap = createBasemap(settings(), city, () => new Promise(() => {}))
    const startMs = performance.now()
    expect((await basemap.readStyle('light', 'de')).metadata.schematic).toBe(true)
    expect(performance.now() - startMs).toBeLessThan(2_500)
  })

  it.each([
    ['a page instead of a style', { [STYLE]: Buffer.from('<!doctype html>') }],
    ['an older style', { [STYLE]: { ...foreignStyle, version: 7 } }],
    ['a style without sources', { [STYLE]: { ...foreignStyle, sources: {} } }],
    ['a list', { [STYLE]: [] }],
  ])('is schematic when the server sends %s', async (_, answers) => {
    const basemap = createBasemap(settings({ BASEMAP_STYLE: STYLE }), city, world(answers).get)
    expect((await basemap.readStyle('light', 'de')).metadata.schematic).toBe(true)
  })

  it('goes on without a file that cannot be drawn, and says so', async () => {
    const file = join(directory, 'broken.pmtiles')
    writeFileSync(file, 'no tiles')
    for (const path of [file, join(directory, 'missing.pmtiles')]) {
      const basemap = createBasemap(settings({ BASEMAP: path }), city, world({}).get)
      expect((await basemap.readStyle('light', 'de')).metadata.kind).toBe('schematic')
      expect(console.error).toHaveBeenLastCalledWith(expect.stringContaining(path))
    }
  })

  it('refuses a style address that is not https', () => {
    expect(() => settings({ BASEMAP_STYLE: 'http://maps.example.org/style.json' })).toThrow('https')
  })
})

describe('a foreign style', () => {
  it.each(THEMES)('draws from our own server alone, in our faces (%s)', async (theme) => {
    const { get } = world(ANSWERS)
    const basemap = createBasemap(settings({ BASEMAP_STYLE: STYLE }), city, get)
    const style = await basemap.readStyle(theme, 'de')
    expect(style.metadata).toEqual({ kind: 'remote', schematic: false })
    expect(validateStyleMin(withAbsolutePaths(style, 'http://localhost:3000'))).toEqual([])
    const { attribution } = style.sources['basemap-web'] as { attribution: string }
    expect(attribution).toBe(
      '<a href="https://maps.example.org/" target="_blank" rel="noopener noreferrer">Amt</a>alert(1)',
    )
    expect(JSON.stringify(style).replaceAll(JSON.stringify(attribution), '')).not.toMatch(
      /https?:|Roboto|glyphs/,
    )
    expect(style.layers.map(({ id }) => id)).toEqual(['basemap-ground', 'basemap-sat', 'basemap-name'])
    const ground = style.layers[0]?.paint as { 'background-color': string }
    expect(ground['background-color']).toBe(theme === 'light' ? '#ffffff' : 'rgba(23,23,23,1)')
  })

  it('serves tiles and sprites by number and keeps them on disk through an outage', async () => {
    const chosen = settings({ BASEMAP_STYLE: STYLE })
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
    const online = world({
      ...ANSWERS,
      'https://maps.example.org/t/14/1/2.pbf': Buffer.from([26, 0]),
      'https://maps.example.org/t/14/1/3.pbf': Buffer.from('<html>'),
      'https://maps.example.org/sprites/grey@2x.png': png,
      'https://maps.example.org/sprites/grey.json': { a: {} },
    })
    const first = createBasemap(chosen, city, online.get)
    await first.readStyle('light', 'de')
    expect(await first.remote?.readTile(0, 14, 1, 2)).toEqual(Buffer.from([26, 0]))
    expect(await first.remote?.readSprite(0, '@2x.png')).toEqual(png)
    expect(`${await first.remote?.readSprite(0, '.json')}`).toBe('{"a":{}}')
    expect(await first.remote?.readTile(7, 14, 1, 2)).toBeNull()
    expect(await first.remote?.readTile(0, 14, 1, 3)).toBeNull()

    const offline = world({})
    const second = createBasemap(chosen, city, offline.get)
    expect((await second.readStyle('dark', 'en')).metadata.kind).toBe('remote')
    expect(await second.remote?.readTile(0, 14, 1, 2)).toEqual(Buffer.from([26, 0]))
    expect(offline.asked).toEqual([])
    expect(await second.remote?.readTile(0, 14, 9, 9)).toBeNull()
    expect(await second.remote?.readTile(0, 14, 9, 8)).toBeNull()
    expect(offline.asked).toHaveLength(1)
  })
})

describe('a PMTiles file', () => {
  const write = (metadata: unknown) => {
    const file = join(directory, `${folders++}.pmtiles`)
    writePmtiles(file, metadata)
    return file
  }
  const layers = (...ids: string[]) => ({ vector_layers: ids.map((id) => ({ id })) })

  it.each([
    ['openmaptiles', layers('water', 'transportation', 'place'), 'transportation'],
    ['protomaps', layers('earth', 'roads', 'places'), 'roads'],
  ])('is drawn by its schema: %s', async (schema, metadata, layer) => {
    const file = write({ ...metadata, attribution: '<a href=https://example.org>A</a> © OpenStreetMap' })
    const archive = await openArchive(file)
    expect(archive.schema).toBe(schema)
    expect(await archive.readTile(0, 0, 0)).toEqual(Buffer.from([26, 0]))
    expect(await archive.readTile(1, 0, 0)).toBeNull()
    const style = await createBasemap(settings({ BASEMAP: file }), city, world({}).get).readStyle(
      'dark',
      'en',
    )
    expect(style.metadata.kind).toBe('file')
    expect(validateStyleMin(style)).toEqual([])
    expect(JSON.stringify(style.layers)).toContain(`"source-layer":"${layer}"`)
    expect(JSON.stringify(style.sources)).toContain('openstreetmap.org/copyright')
  })

  it('is refused with a reason when its schema is unknown', async () => {
    await expect(openArchive(write(layers('cadastre')))).rejects.toThrow('neither the OpenMapTiles')
  })

  const real = resolve('../shared/data/leverkusen/basemap.pmtiles')
  if (!existsSync(real)) console.warn(`SKIPPED: no ${real}, the real basemap is not tested.`)
  it.skipIf(!existsSync(real))('of a real city gives its tiles', async () => {
    const archive = await openArchive(real)
    expect(archive).toMatchObject({ schema: 'openmaptiles', minZoom: 0, maxZoom: 14 })
    expect((await archive.readTile(14, 8510, 5480))?.length).toBeGreaterThan(1000)
    expect(await archive.readTile(14, 0, 0)).toBeNull()
  })
})

describe('attribution', () => {
  it('is safe and in the language of the reader', () => {
    expect(formatAttribution('© OpenStreetMap contributors (ODbL 1.0)', 'de')).toBe(
      '<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener noreferrer">© OpenStreetMap-Mitwirkende</a> (ODbL 1.0)',
    )
    expect(formatAttribution('&copy; OpenStreetMap contributors', 'en')).toContain(
      '>© OpenStreetMap contributors</a>',
    )
    for (const hostile of [
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">a</a>',
      '<a href=https://a"><script>alert(1)</script></a>',
      '&lt;img src=x onerror=alert(1)&gt;',
      '<<img src=x>script>alert(1)<</script>',
    ])
      expect(formatAttribution(hostile, 'de')).not.toMatch(/<(?!\/?a\b)|javascript:|onerror=[^"]*>/)
  })
})

describe('the cache on disk', () => {
  it('lets the oldest go when it is full', async () => {
    const cache = createDiskCache(join(directory, 'small'), 100)
    for (let at = 0; at < 201; at++) await cache.write(`key ${at}`, Buffer.alloc(60, at))
    const left = await Promise.all(Array.from({ length: 201 }, (_, at) => cache.read(`key ${at}`)))
    expect(left.filter(Boolean).length).toBe(1)
  })
})
