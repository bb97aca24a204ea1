/**
 * Streets and railways of the basemap, OpenMapTiles schema. One layer of edges and one of surfaces carry all
 * classes of one level, so that junctions flow into each other; tunnels lie below, bridges above.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { MAP_TOKENS, type MapTokens, type Theme } from '#lib/core/style/tokens.ts'
import { classIn } from './class-in.ts'

const STREET_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
  'pedestrian',
]
const MAIN_CLASSES = ['trunk', 'primary', 'secondary']
const PATH_CLASSES = ['path', 'track', 'bridleway', 'cycleway', 'footway', 'steps']
const RAIL_CLASSES = [
  'rail',
  'light_rail',
  'subway',
  'narrow_gauge',
  'tram',
  'monorail',
  'funicular',
  'transit',
]

/** Widths in pixels by class at the zooms of `WIDTH_ZOOMS`; 0 is not shown yet. */
const WIDTH_ZOOMS = [6, 8, 10, 12, 13, 14, 16, 18, 20]
const WIDTHS_PIXELS: Record<string, number[]> = {
  motorway: [0.7, 1.2, 2, 3.2, 4, 5, 10, 22, 60],
  trunk: [0.5, 0.9, 1.6, 2.8, 3.6, 4.8, 10, 22, 60],
  primary: [0, 0.6, 1.3, 2.5, 3.3, 4.6, 10, 22, 60],
  secondary: [0, 0, 1, 2.1, 2.9, 4.1, 9.5, 20, 54],
  tertiary: [0, 0, 0.6, 1.6, 2.3, 3.5, 8.5, 18, 50],
  minor: [0, 0, 0, 0.7, 1.2, 2.3, 6.5, 14, 40],
  pedestrian: [0, 0, 0, 0.4, 0.8, 1.8, 5, 11, 30],
  service: [0, 0, 0, 0, 0.3, 1, 3.2, 8, 22],
}
const RANKS = ['service', 'pedestrian', 'minor', 'tertiary', 'secondary', 'primary', 'trunk', 'motorway']

/** Layers of streets, paths and railways in drawing order. */
export function roadLayers(source: string, theme: Theme): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  return [
    ...streetLevel(source, map, 'tunnel'),
    pathLayer(source, map),
    platformLayer(source, map),
    ...streetLevel(source, map, 'ground'),
    ...railLayers(source, map),
    ...streetLevel(source, map, 'bridge'),
    ...railLayers(source, map, 'bridge'),
  ]
}

type Level = 'tunnel' | 'ground' | 'bridge'

function onLevel(level: Level): ExpressionSpecification {
  if (level === 'ground')
    return ['!', ['in', ['coalesce', ['get', 'brunnel'], ''], ['literal', ['bridge', 'tunnel']]]]
  return ['==', ['get', 'brunnel'], level]
}

/** Width by class; slip roads are narrower than the road they leave; `more` pixels widen it by an edge. */
function streetWidth(edgePixels = 0): ExpressionSpecification {
  const stops = WIDTH_ZOOMS.flatMap((zoom, at) => {
    const widths = Object.entries(WIDTHS_PIXELS).flatMap(([name, pixels]) => [name, pixels[at] ?? 0])
    const byClass = ['match', ['get', 'class'], ...widths, 0]
    const narrowed = ['*', byClass, ['case', ['==', ['to-number', ['get', 'ramp'], 0], 1], 0.62, 1]]
    const edge = ['case', ['>', byClass, 0.5], edgePixels * (zoom < 13 ? 0.7 : zoom > 16 ? 1.4 : 1), 0]
    return [zoom, edgePixels === 0 ? narrowed : ['+', narrowed, edge]]
  })
  return ['interpolate', ['exponential', 1.45], ['zoom'], ...stops] as ExpressionSpecification
}

function streetLevel(source: string, map: MapTokens, level: Level): LayerSpecification[] {
  const filter: ExpressionSpecification = [
    'all',
    ['==', ['geometry-type'], 'LineString'],
    onLevel(level),
    classIn(...STREET_CLASSES),
    // Drives and parking aisles come late, when there is room for them.
    ['any', ['!', ['has', 'service']], ['>=', ['zoom'], 16]],
  ]
  const sortKey: ExpressionSpecification = ['index-of', ['get', 'class'], ['literal', RANKS]]
  const motorway: ExpressionSpecification = ['==', ['get', 'class'], 'motorway']
  const cap = level === 'ground' ? 'round' : 'butt'
  const opacity = level === 'tunnel' ? 0.5 : 1
  const common = { source, 'source-layer': 'transportation', filter } as const
  return [
    {
      id: `street-${level}-edge`,
      type: 'line',
      ...common,
      minzoom: 9,
      layout: { 'line-cap': cap, 'line-join': 'round', 'line-sort-key': sortKey },
      paint: {
        'line-color': ['case', motorway, map.motorwayEdge, map.roadEdge],
        'line-width': streetWidth(1.6),
        'line-opacity': opacity,
      },
    },
    {
      id: `street-${level}`,
      type: 'line',
      ...common,
      minzoom: 5,
      layout: { 'line-cap': cap, 'line-join': 'round', 'line-sort-key': sortKey },
      paint: {
        'line-color': ['case', motorway, map.motorway, classIn(...MAIN_CLASSES), map.mainRoad, map.road],
        'line-width': streetWidth(),
        'line-opacity': opacity,
      },
    },
  ]
}

function pathLayer(source: string, map: MapTokens): LayerSpecification {
  return {
    id: 'path',
    type: 'line',
    source,
    'source-layer': 'transportation',
    minzoom: 14,
    filter: ['all', ['==', ['geometry-type'], 'LineString'], onLevel('ground'), classIn(...PATH_CLASSES)],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': map.path,
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.4, 15.5, 1],
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 14, 0.7, 16, 1.3, 18, 2.6, 20, 5],
      'line-dasharray': [2.5, 1.2],
    },
  }
}

function platformLayer(source: string, map: MapTokens): LayerSpecification {
  return {
    id: 'platform',
    type: 'line',
    source,
    'source-layer': 'transportation',
    minzoom: 14,
    filter: ['any', classIn('platform', 'pier'), ['==', ['get', 'subclass'], 'platform']],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': map.buildingEdge,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 14, 1.5, 16, 4, 18, 11, 20, 30],
    },
  }
}

function railLayers(
  source: string,
  map: MapTokens,
  level: 'ground' | 'bridge' = 'ground',
): LayerSpecification[] {
  const rail: ExpressionSpecification = ['all', onLevel(level), classIn(...RAIL_CLASSES)]
  const siding: ExpressionSpecification = ['has', 'service']
  const common = { source, 'source-layer': 'transportation' } as const
  return [
    {
      id: `rail-${level}`,
      type: 'line',
      ...common,
      minzoom: 8,
      filter: ['all', rail, ['any', ['!', siding], ['>=', ['zoom'], 13]]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': map.rail,
        'line-opacity': ['case', siding, 0.7, 1],
        'line-width': [
          'interpolate',
          ['exponential', 1.4],
          ['zoom'],
          8,
          0.6,
          12,
          1.1,
          14,
          ['case', siding, 0.7, 1.3],
          16,
          ['case', siding, 1, 1.8],
          20,
          ['case', siding, 2, 4],
        ],
      },
    },
    {
      id: `rail-${level}-ties`,
      type: 'line',
      ...common,
      minzoom: 15.5,
      filter: ['all', rail, ['!', siding]],
      paint: {
        'line-color': map.rail,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 15.5, 4, 18, 10, 20, 20],
        'line-dasharray': [0.15, 1.6],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 15.5, 0, 16.5, 0.8],
      },
    },
  ]
}
