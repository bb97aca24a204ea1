import {
  type SourceSpecification,
  type StyleSpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { parseCity } from '#lib/core/domain/city.ts'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { openMapTilesLayers } from '#lib/core/style/basemap/basemap-openmaptiles.ts'
import { protomapsLayers } from '#lib/core/style/basemap/basemap-protomaps.ts'
import { schematicMap } from '#lib/core/style/basemap/basemap-schematic.ts'
import { ENTRY_SOURCES, entryLayers } from '#lib/core/style/entry-layers.ts'
import { GROUP_SOURCE, groupOutlineLayers } from '#lib/core/style/group-layers.ts'
import { parseImageName } from '#lib/core/style/icon-ids.ts'
import { FACES, THEMES, type Theme } from '#lib/core/style/tokens.ts'
import { readCity } from '#lib/server/city.ts'

const city = readCity('')
const tiles = {
  basemap: { type: 'vector', tiles: ['/basemap/tiles/1/{z}/{x}/{y}'], maxzoom: 14 },
} satisfies StyleSpecification['sources']
const empty: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
const entrySources = Object.fromEntries(
  [...Object.values(ENTRY_SOURCES), GROUP_SOURCE].map((name) => [name, empty]),
)

const BASEMAPS = {
  openmaptiles: (theme: Theme, locale: 'de' | 'en') => ({
    sources: tiles,
    layers: openMapTilesLayers('basemap', theme, locale),
  }),
  protomaps: (theme: Theme, locale: 'de' | 'en') => ({
    sources: tiles,
    layers: protomapsLayers('basemap', theme, locale),
  }),
  schematic: (theme: Theme) => schematicMap(city, theme),
}

const cases = (Object.keys(BASEMAPS) as (keyof typeof BASEMAPS)[]).flatMap((basemap) =>
  THEMES.flatMap((theme) => LOCALES.map((locale) => ({ basemap, theme, locale }))),
)

describe.each(cases)('the style of $basemap, $theme, $locale', ({ basemap, theme, locale }) => {
  const ground = BASEMAPS[basemap](theme, locale)
  const style: StyleSpecification = {
    version: 8,
    sources: { ...ground.sources, ...entrySources },
    layers: [...ground.layers, ...groupOutlineLayers(theme), ...entryLayers(theme)],
  }

  it('is valid, without glyph server or sprite', () => {
    expect(validateStyleMin(style)).toEqual([])
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
  })

  it('has unique ids and known sources', () => {
    const ids = style.layers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(Object.keys(style.sources))
    for (const layer of style.layers)
      if (layer.type !== 'background') expect(known, layer.id).toContain('source' in layer && layer.source)
  })

  it('draws every label in the faces of the page', () => {
    const faces: readonly string[] = Object.values(FACES)
    for (const layer of style.layers) {
      if (layer.type !== 'symbol' || layer.layout?.['text-field'] === undefined) continue
      const font = layer.layout['text-font']
      expect(Array.isArray(font) && faces.includes(String(font.at(-1))), layer.id).toBe(true)
      expect(JSON.stringify(layer.layout), layer.id).not.toContain('Noto')
    }
  })

  it('asks for no image that cannot be drawn', () => {
    for (const layer of ground.layers)
      if (layer.type === 'symbol' && typeof layer.layout?.['icon-image'] === 'string')
        expect(parseImageName(layer.layout['icon-image']), layer.id).not.toBeNull()
  })
})

describe('the schematic map of a city without drawn lines', () => {
  it('has the district names alone', () => {
    const { schematic: _, ...rest } = city
    const { sources } = schematicMap(parseCity(rest, 'a test'), 'light')
    expect(sources['schematic-lines']).toMatchObject({ data: { features: [] } })
    const places = sources['schematic-places']
    expect(JSON.stringify(places)).toContain('Opladen')
    expect(JSON.stringify(places)).not.toContain('station')
  })
})
