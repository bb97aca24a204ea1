/** Boundaries and names of the basemap, OpenMapTiles schema; the first drawn gives way to the last. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { imageName } from '#lib/core/style/icon-ids.ts'
import { MAP_TOKENS, type MapTokens, type Theme } from '#lib/core/style/tokens.ts'
import { labelFont, labelPaint } from './basemap-labels.ts'
import { classIn } from './class-in.ts'
import { placeNameLayers } from './openmaptiles-places.ts'

/** Layers of boundaries and names in drawing order. */
export function labelLayers(source: string, theme: Theme, locale: Locale): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  const name: ExpressionSpecification = [
    'coalesce',
    ['get', `name:${locale}`],
    ['get', 'name:latin'],
    ['get', 'name'],
  ]
  return [
    boundaryLayer(source, map),
    houseNumberLayer(source, map),
    ...waterNameLayers(source, map, name),
    ...streetNameLayers(source, map, name),
    shieldLayer(source, theme),
    ...placeNameLayers(source, theme, name),
  ]
}

function boundaryLayer(source: string, map: MapTokens): LayerSpecification {
  const level: ExpressionSpecification = ['to-number', ['get', 'admin_level'], 99]
  return {
    id: 'boundary',
    type: 'line',
    source,
    'source-layer': 'boundary',
    filter: [
      'all',
      ['!=', ['to-number', ['get', 'maritime'], 0], 1],
      ['any', ['in', level, ['literal', [2, 4, 6]]], ['all', ['==', level, 8], ['>=', ['zoom'], 11]]],
    ],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': map.boundary,
      'line-opacity': ['case', ['<=', level, 6], 0.75, 0.45],
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 10, 1.1, 14, 1.6, 18, 2.4],
      'line-dasharray': [3, 2, 0.6, 2],
    },
  }
}

function houseNumberLayer(source: string, map: MapTokens): LayerSpecification {
  return {
    id: 'name-house',
    type: 'symbol',
    source,
    'source-layer': 'housenumber',
    minzoom: 17.5,
    layout: {
      'text-field': ['get', 'housenumber'],
      'text-font': labelFont('regular'),
      'text-size': 10.5,
      'text-padding': 4,
    },
    paint: { ...labelPaint(map, map.label, 1), 'text-opacity': 0.85 },
  }
}

function waterNameLayers(
  source: string,
  map: MapTokens,
  name: ExpressionSpecification,
): LayerSpecification[] {
  const paint = labelPaint(map, map.waterLabel, 1)
  // Over broad water a pale halo would glare; the water's own colour hides a boundary behind the name.
  const onWater = { ...paint, 'text-halo-color': map.water }
  const along = (
    id: string,
    sourceLayer: string,
    minzoom: number,
    filter: ExpressionSpecification,
    paint: SymbolLayerSpecification['paint'],
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    'source-layer': sourceLayer,
    minzoom,
    filter,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': name,
      'text-font': labelFont('italic'),
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11.5, 14, 13.5, 18, 16],
      'text-letter-spacing': 0.08,
      'text-max-angle': 35,
    },
    paint,
  })
  return [
    along('name-stream', 'waterway', 14, ['!', classIn('river')], paint),
    along('name-river', 'waterway', 10, classIn('river'), onWater),
    {
      id: 'name-lake',
      type: 'symbol',
      source,
      'source-layer': 'water_name',
      minzoom: 13,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': name,
        'text-font': labelFont('italic'),
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 17, 14],
        'text-max-width': 7,
      },
      paint: onWater,
    },
  ]
}

function streetNameLayers(
  source: string,
  map: MapTokens,
  name: ExpressionSpecification,
): LayerSpecification[] {
  const along = (
    id: string,
    classes: string[],
    minzoom: number,
    sizes: [number, number, number],
    color: string,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    'source-layer': 'transportation_name',
    minzoom,
    filter: ['all', classIn(...classes), ['!=', ['get', 'network'], 'no']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 260,
      'text-field': name,
      'text-font': labelFont('regular'),
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, sizes[0], 16.5, sizes[1], 19.5, sizes[2]],
      'text-max-angle': 38,
      'text-padding': 3,
      'text-letter-spacing': 0.01,
    },
    paint: labelPaint(map, color),
  })
  return [
    along('name-path', ['path', 'track', 'service', 'pedestrian'], 16, [10.5, 11, 13.5], map.label),
    along('name-street', ['minor'], 14.6, [10.5, 11.5, 15], map.label),
    along('name-main-street', ['tertiary', 'secondary', 'primary', 'trunk'], 13, [10.5, 12.5, 16], map.label),
  ]
}

function shieldLayer(source: string, theme: Theme): LayerSpecification {
  return {
    id: 'name-motorway',
    type: 'symbol',
    source,
    'source-layer': 'transportation_name',
    minzoom: 10,
    filter: ['all', classIn('motorway'), ['has', 'ref']],
    layout: {
      'symbol-placement': ['step', ['zoom'], 'point', 12, 'line'],
      'symbol-spacing': 500,
      'text-field': ['get', 'ref'],
      'text-font': labelFont('semibold'),
      'text-size': 10.5,
      'text-rotation-alignment': 'viewport',
      'text-padding': 24,
      'icon-image': imageName('shield', theme),
      'icon-rotation-alignment': 'viewport',
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [2, 5, 2, 5],
    },
    paint: { 'text-color': theme === 'light' ? '#5A4113' : '#EAD9B8' },
  }
}
