/**
 * Decides what lies beneath the entries: the operator's PMTiles file, else a foreign style through our own server,
 * else the schematic map of our own. The route handlers under `app/basemap` ask here and nowhere else.
 */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import type { City } from '#lib/core/domain/city.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { openMapTilesLayers } from '#lib/core/style/basemap/basemap-openmaptiles.ts'
import { protomapsLayers } from '#lib/core/style/basemap/basemap-protomaps.ts'
import { schematicMap } from '#lib/core/style/basemap/basemap-schematic.ts'
import type { BasemapKind, BasemapStyle } from '#lib/core/style/basemap/basemap-style.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import { readCity } from '#lib/server/city.ts'
import { type Archive, openArchive } from './archive.ts'
import { formatAttribution } from './attribution.ts'
import { type BasemapSettings, readBasemapSettings } from './basemap-settings.ts'
import { createDiskCache } from './disk-cache.ts'
import { type Download, download } from './download.ts'
import { createRemote, type Remote } from './remote.ts'
import { toOwnStyle } from './remote-style.ts'

export type Basemap = {
  readStyle(theme: Theme, locale: Locale): Promise<BasemapStyle>
  /** The opened file, null where there is none. */
  readArchive(): Promise<Archive | null>
  /** The foreign basemap, null where none is wanted. */
  remote: Remote | null
  /** The city's box in degrees. */
  box: Bbox
}

/** A basemap of these settings; `get` fetches from foreign servers. */
export function createBasemap(settings: BasemapSettings, city: City, get: Download = download): Basemap {
  const remote = settings.style && createRemote(settings.style, createDiskCache(settings.cacheDirectory), get)
  let opened: Promise<Archive | null> | null = null

  function readArchive(): Promise<Archive | null> {
    opened ??= settings.file
      ? openArchive(settings.file).catch((error: Error) => {
          console.error(`${error.message} The map goes on with the next best basemap.`)
          return null
        })
      : Promise.resolve(null)
    return opened
  }

  return {
    readArchive,
    remote,
    box: city.box,
    async readStyle(theme, locale) {
      const archive = await readArchive()
      if (archive) return toStyle('file', archiveMap(archive, theme, locale))
      const foreign = await remote?.readStyle()
      if (foreign && settings.style)
        return toStyle('remote', toOwnStyle(foreign, theme, locale, settings.style.attribution))
      return toStyle('schematic', schematicMap(city, theme))
    },
  }
}

let configured: Basemap | null = null

/** The basemap that the environment configures, made once per process. */
export function readBasemap(): Basemap {
  configured ??= createBasemap(readBasemapSettings(process.env), readCity())
  return configured
}

function toStyle(
  kind: BasemapKind,
  parts: Pick<StyleSpecification, 'sources' | 'layers' | 'sprite'>,
): BasemapStyle {
  return { version: 8, metadata: { kind, schematic: kind === 'schematic' }, ...parts }
}

function archiveMap(archive: Archive, theme: Theme, locale: Locale) {
  const layers = archive.schema === 'protomaps' ? protomapsLayers : openMapTilesLayers
  const [west, south, east, north] = archive.box
  const source = {
    type: 'vector' as const,
    tiles: [`/basemap/tiles/${archive.version}/{z}/{x}/{y}`],
    minzoom: archive.minZoom,
    maxzoom: archive.maxZoom,
    bounds: [west, south, east, north] as [number, number, number, number],
    attribution: formatAttribution(archive.attribution, locale),
  }
  return { sources: { basemap: source }, layers: layers('basemap', theme, locale) }
}
