/** The map's style: the basemap of our own server, and above it districts, selection and entries. */
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { type BasemapStyle, withAbsolutePaths } from '#lib/core/style/basemap/basemap-style.ts'
import { ENTRY_SOURCES, entryLayers } from '#lib/core/style/entry-layers.ts'
import { GROUP_SOURCE, groupOutlineLayers } from '#lib/core/style/group-layers.ts'
import { MAP_TOKENS, type Theme } from '#lib/core/style/tokens.ts'
import { toBasemapStylePath } from '#lib/core/view/paths.ts'

const LIMIT_MILLISECONDS = 15_000

/** The ground's colour and nothing else. */
export function plainStyle(theme: Theme): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': MAP_TOKENS[theme].ground } }],
  }
}

/** Lays our sources and layers over a basemap; sources that hold data already are taken as they are. */
export function withEntries(
  basemap: StyleSpecification,
  before: StyleSpecification['sources'],
  theme: Theme,
): StyleSpecification {
  const empty: GeoJSONSourceSpecification = {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
  }
  const { districts, rooms } = ENTRY_SOURCES
  return {
    ...basemap,
    sources: {
      ...basemap.sources,
      [districts]: before[districts] ?? { type: 'geojson', data: `${window.location.origin}/data/districts` },
      [rooms]: before[rooms] ?? empty,
      [GROUP_SOURCE]: before[GROUP_SOURCE] ?? empty,
    },
    layers: [...basemap.layers, ...groupOutlineLayers(theme), ...entryLayers(theme)],
  }
}

/** The basemap for a theme and a language; throws when it does not come in time. */
export async function fetchBasemap(theme: Theme, locale: Locale, signal: AbortSignal): Promise<BasemapStyle> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MILLISECONDS)])
  const response = await fetch(toBasemapStylePath(locale, theme), { signal: limit })
  if (!response.ok) throw new Error(`The basemap's style answered ${response.status}.`)
  return withAbsolutePaths((await response.json()) as BasemapStyle, window.location.origin)
}
