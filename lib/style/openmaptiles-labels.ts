/** Boundaries and names of the basemap, OpenMapTiles schema; the first drawn gives way to the last. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Locale } from '#lib/i18n/routing.ts'
import { classIn } from './class-in.ts'
import { imageName } from './icon-ids.ts'
import { labelFont } from './label-font.ts'
import { MAP_TOKENS, type MapTokens, type Theme } from './tokens.ts'

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
    landmarkLayer(source, map, name),
    stationLayer(source, theme, name),
    ...placeLayers(source, map, name),
  ]
}

function halo(map: MapTokens, color: string, haloPixels = 1.4): SymbolLayerSpecification['paint'] {
  return {
    'text-color': color,
    'text-halo-color': map.halo,
    'text-halo-width': haloPixels,
    'text-halo-blur': 0.4,
  }
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
    paint: { ...halo(map, map.label, 1), 'text-opacity': 0.85 },
  }
}

function waterNameLayers(
  source: string,
  map: MapTokens,
  name: ExpressionSpecification,
): LayerSpecification[] {
  const paint = { ...halo(map, map.waterLabel, 2), 'text-halo-color': map.water }
  const along = (
    id: string,
    sourceLayer: string,
    minzoom: number,
    filter: ExpressionSpecification,
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
    along('name-stream', 'waterway', 14, ['!', classIn('river')]),
    along('name-river', 'waterway', 10, classIn('river')),
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
      paint,
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
      'symbol-spacing': 320,
      'text-field': name,
      'text-font': labelFont('regular'),
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, sizes[0], 16.5, sizes[1], 19.5, sizes[2]],
      'text-max-angle': 30,
      'text-padding': 6,
      'text-letter-spacing': 0.01,
    },
    paint: halo(map, color),
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

/** A few large houses that everyone steers by; shops and cafes stay out, the entries are the loud thing. */
function landmarkLayer(source: string, map: MapTokens, name: ExpressionSpecification): LayerSpecification {
  return {
    id: 'name-landmark',
    type: 'symbol',
    source,
    'source-layer': 'poi',
    minzoom: 15.5,
    filter: [
      'all',
      classIn(
        'town_hall',
        'hospital',
        'museum',
        'castle',
        'library',
        'theatre',
        'stadium',
        'college',
        'park',
      ),
      ['has', 'name:latin'],
    ],
    layout: {
      'text-field': name,
      'text-font': labelFont('italic'),
      'text-size': ['interpolate', ['linear'], ['zoom'], 15.5, 10.5, 18, 12.5],
      'text-max-width': 8,
      'text-padding': 8,
    },
    paint: halo(map, map.label),
  }
}

function stationLayer(source: string, theme: Theme, name: ExpressionSpecification): LayerSpecification {
  const map = MAP_TOKENS[theme]
  return {
    id: 'name-station',
    type: 'symbol',
    source,
    'source-layer': 'poi',
    minzoom: 12.5,
    filter: [
      'all',
      classIn('railway'),
      ['in', ['coalesce', ['get', 'subclass'], 'station'], ['literal', ['station', 'halt']]],
    ],
    layout: {
      'icon-image': imageName('station', theme),
      'text-field': name,
      'text-font': labelFont('semibold'),
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 17, 13],
      'text-max-width': 8,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.9,
      'text-justify': 'auto',
      'text-optional': true,
    },
    paint: halo(map, map.placeLabel),
  }
}

function placeLayers(source: string, map: MapTokens, name: ExpressionSpecification): LayerSpecification[] {
  const place = (
    id: string,
    classes: string[],
    [minzoom, maxzoom]: [number, number],
    sizes: [number, number],
    weight: 'regular' | 'medium' | 'semibold',
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    'source-layer': 'place',
    minzoom,
    maxzoom,
    filter: classIn(...classes),
    layout: {
      'text-field': name,
      'text-font': labelFont(weight),
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, sizes[0], maxzoom, sizes[1]],
      'text-max-width': 8,
      'text-letter-spacing': 0.02,
      'text-padding': 6,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.6,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 10],
    },
    paint: halo(map, map.placeLabel, 1.8),
  })
  return [
    place('name-hamlet', ['hamlet', 'isolated_dwelling'], [13, 17], [10.5, 13], 'regular'),
    place('name-quarter', ['neighbourhood', 'quarter'], [13, 17], [11, 14], 'regular'),
    place('name-village', ['village'], [11, 16], [11.5, 16], 'medium'),
    place('name-suburb', ['suburb', 'borough'], [11, 17], [11.5, 20], 'semibold'),
    place('name-town', ['town'], [7.5, 14.5], [11, 18], 'semibold'),
    place('name-city', ['city'], [4, 13], [12, 21], 'semibold'),
  ]
}
