/** The ground of the basemap, OpenMapTiles schema: land use, woods, grass, water and buildings, lowest first. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { MAP_TOKENS, type MapTokens, type Theme } from '#lib/core/style/tokens.ts'
import { classIn } from './class-in.ts'

const GRASS_USES = ['cemetery', 'garden', 'park', 'pitch', 'playground', 'stadium', 'zoo']
const INDUSTRY_USES = [
  'commercial',
  'dam',
  'garages',
  'industrial',
  'military',
  'quarry',
  'railway',
  'retail',
]
const CIVIC_USES = ['bus_station', 'college', 'hospital', 'kindergarten', 'library', 'school', 'university']

/** Layers from the paper up to the buildings. */
export function groundLayers(source: string, theme: Theme): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': map.ground } },
    ...landLayers(source, map),
    ...waterLayers(source, map),
    ...aerowayLayers(source, map),
    ...buildingLayers(source, map),
  ]
}

function landLayers(source: string, map: MapTokens): LayerSpecification[] {
  const landcover = (id: string, filter: ExpressionSpecification, color: string): LayerSpecification => ({
    id,
    type: 'fill',
    source,
    'source-layer': 'landcover',
    filter,
    paint: { 'fill-color': color },
  })
  const landuse = (id: string, filter: ExpressionSpecification, color: string): LayerSpecification => ({
    id,
    type: 'fill',
    source,
    'source-layer': 'landuse',
    filter,
    paint: { 'fill-color': color },
  })
  return [
    landcover('land-field', classIn('farmland'), map.field),
    {
      id: 'land-residential',
      type: 'fill',
      source,
      'source-layer': 'landuse',
      filter: classIn('residential', 'suburb', 'neighbourhood', 'quarter'),
      paint: {
        'fill-color': map.residential,
        // From afar the settlements are what one reads; near by, their streets and houses are.
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11.5, 1, 14, 0.25],
      },
    },
    landuse('land-industry', classIn(...INDUSTRY_USES), map.industry),
    landuse('land-civic', classIn(...CIVIC_USES), map.civic),
    landcover('land-grass', classIn('grass', 'wetland'), map.grass),
    landuse('land-green', classIn(...GRASS_USES), map.grass),
    landcover('land-sand', classIn('sand'), map.sand),
    landcover('land-wood', classIn('wood', 'forest'), map.wood),
  ]
}

function waterLayers(source: string, map: MapTokens): LayerSpecification[] {
  const outOfTunnel: ExpressionSpecification = ['!=', ['get', 'brunnel'], 'tunnel']
  return [
    {
      id: 'water-stream',
      type: 'line',
      source,
      'source-layer': 'waterway',
      minzoom: 11,
      filter: ['all', outOfTunnel, ['!=', ['get', 'class'], 'river']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': map.water,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 11, 0.5, 14, 1.6, 18, 7, 20, 14],
      },
    },
    {
      id: 'water-river',
      type: 'line',
      source,
      'source-layer': 'waterway',
      filter: ['all', outOfTunnel, ['==', ['get', 'class'], 'river']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': map.water,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 7, 0.8, 11, 2, 14, 5, 18, 18, 20, 34],
      },
    },
    {
      id: 'water',
      type: 'fill',
      source,
      'source-layer': 'water',
      filter: outOfTunnel,
      paint: { 'fill-color': map.water },
    },
  ]
}

function aerowayLayers(source: string, map: MapTokens): LayerSpecification[] {
  return [
    {
      id: 'aeroway-area',
      type: 'fill',
      source,
      'source-layer': 'aeroway',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': map.industry },
    },
    {
      id: 'aeroway-runway',
      type: 'line',
      source,
      'source-layer': 'aeroway',
      minzoom: 11,
      filter: ['all', ['==', ['geometry-type'], 'LineString'], classIn('runway', 'taxiway')],
      paint: {
        'line-color': map.road,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, 1, 14, 5, 18, 40],
      },
    },
  ]
}

function buildingLayers(source: string, map: MapTokens): LayerSpecification[] {
  return [
    {
      id: 'building',
      type: 'fill',
      source,
      'source-layer': 'building',
      minzoom: 13,
      paint: {
        'fill-color': map.building,
        'fill-outline-color': ['interpolate', ['linear'], ['zoom'], 15, map.building, 16.5, map.buildingEdge],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.35, 14.5, 1],
      },
    },
  ]
}
