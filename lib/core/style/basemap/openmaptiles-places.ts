/** Names of landmarks, stations and places on the basemap, OpenMapTiles schema; places come last and go first. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import { imageName } from '#lib/core/style/icon-ids.ts'
import { MAP_TOKENS, type MapTokens, type Theme } from '#lib/core/style/tokens.ts'
import { labelFont, labelPaint } from './basemap-labels.ts'
import { classIn } from './class-in.ts'

/** Where a place's name may go when marks stand in its middle. */
const PLACE_ANCHORS: NonNullable<SymbolLayerSpecification['layout']>['text-variable-anchor'] = [
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'top-left',
  'bottom-right',
]

/** Layers in drawing order; `name` reads a feature's name. */
export function placeNameLayers(
  source: string,
  theme: Theme,
  name: ExpressionSpecification,
): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  return [
    landmarkLayer(source, map, name),
    stationLayer(source, theme, name),
    ...placeLayers(source, map, name),
  ]
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
      // The schema counts bookshops among the libraries.
      ['!=', ['get', 'subclass'], 'books'],
    ],
    layout: {
      'text-field': name,
      'text-font': labelFont('italic'),
      'text-size': ['interpolate', ['linear'], ['zoom'], 15.5, 10.5, 18, 12.5],
      'text-max-width': 8,
      'text-padding': 8,
    },
    paint: labelPaint(map, map.label),
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
    paint: labelPaint(map, map.placeLabel),
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
      'text-variable-anchor': PLACE_ANCHORS,
      'text-radial-offset': 0.6,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 10],
    },
    paint: labelPaint(map, map.placeLabel, 1.8),
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
