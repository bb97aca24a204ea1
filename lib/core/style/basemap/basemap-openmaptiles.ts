/**
 * The product's own basemap for vector tiles in the OpenMapTiles schema: paper, ink and quiet ground, so that the
 * entries above it are the only loud thing. Pure data; the server puts it into the style that the map loads.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import { groundLayers } from './openmaptiles-ground.ts'
import { labelLayers } from './openmaptiles-labels.ts'
import { roadLayers } from './openmaptiles-roads.ts'

/** Layers over the vector source of the given name, lowest first; names in the given language where there are any. */
export function openMapTilesLayers(source: string, theme: Theme, locale: Locale): LayerSpecification[] {
  return [...groundLayers(source, theme), ...roadLayers(source, theme), ...labelLayers(source, theme, locale)]
}
