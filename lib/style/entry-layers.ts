/**
 * How entries stand on the basemap: layers over three GeoJSON sources that the map fills. Each entry feature is a
 * point with `EntryFeatureProperties`; the image behind its icon id is drawn by `icons.ts` when the map asks for it.
 */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Locale } from '#lib/i18n/routing.ts'
import { labelFont } from './labels.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** Names of the sources that the map fills. */
export const ENTRY_SOURCES = { districts: 'districts', entries: 'entries', selection: 'selection' } as const

/**
 * What a feature of the source `entries` carries. Give `icon` (see `icon-ids.ts`), or for a cluster or a stack
 * `donut` (its counts joined by commas) alone.
 */
export type EntryFeatureProperties = {
  id: string
  type: 'cluster' | 'stack' | 'business' | 'space'
  count: number
  donut?: string
  icon?: string
}

/** What the feature of the source `selection` carries: the radius of the ring in CSS pixels. */
export type SelectionFeatureProperties = { radius: number }

/** Layers that answer to a click, the topmost last. */
export const ENTRY_LAYER_IDS = ['entries-business', 'entries-space', 'entries-cluster'] as const

/** Layers of district outlines, selection and entries in drawing order, to stand above every basemap. */
export function entryLayers(theme: Theme, locale: Locale): LayerSpecification[] {
  return [...districtLayers(theme), ...selectionLayers(theme), ...markLayers(theme, locale)]
}

/** A district's feature may carry `selected: true` while the filter names it. */
function districtLayers(theme: Theme): LayerSpecification[] {
  const { ink, seedling } = TOKENS[theme]
  const selected: ExpressionSpecification = ['==', ['get', 'selected'], true]
  return [
    {
      id: 'districts-fill',
      type: 'fill',
      source: ENTRY_SOURCES.districts,
      filter: selected,
      paint: { 'fill-color': seedling, 'fill-opacity': theme === 'light' ? 0.07 : 0.1 },
    },
    {
      id: 'districts-outline',
      type: 'line',
      source: ENTRY_SOURCES.districts,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['case', selected, seedling, ink],
        'line-opacity': ['case', selected, 0.9, theme === 'light' ? 0.28 : 0.34],
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 13, 1.2, 17, 2],
        'line-dasharray': [0.5, 3],
      },
    },
  ]
}

function selectionLayers(theme: Theme): LayerSpecification[] {
  const { sheet, seedling } = TOKENS[theme]
  const source = ENTRY_SOURCES.selection
  const radius = (more: number): ExpressionSpecification => ['+', ['coalesce', ['get', 'radius'], 17], more]
  return [
    {
      id: 'selection-ground',
      type: 'circle',
      source,
      paint: { 'circle-color': seedling, 'circle-opacity': 0.22, 'circle-radius': radius(9) },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source,
      paint: {
        'circle-color': sheet,
        'circle-radius': radius(1),
        'circle-stroke-color': seedling,
        'circle-stroke-width': 3,
      },
    },
  ]
}

function markLayers(theme: Theme, locale: Locale): LayerSpecification[] {
  const { ink } = TOKENS[theme]
  const icon: ExpressionSpecification = [
    'concat',
    [
      'coalesce',
      ['get', 'icon'],
      ['concat', ['match', ['get', 'type'], 'stack', 'stack:', 'donut:'], ['get', 'donut']],
    ],
    `:${theme}`,
  ]
  const always: SymbolLayerSpecification['layout'] = {
    'icon-image': icon,
    // The marks always show, and the basemap's labels make room for them.
    'icon-allow-overlap': true,
    'icon-padding': 0,
  }
  const source = ENTRY_SOURCES.entries
  const type: ExpressionSpecification = ['get', 'type']
  return [
    {
      id: 'entries-business',
      type: 'symbol',
      source,
      filter: ['==', type, 'business'],
      layout: always,
    },
    { id: 'entries-space', type: 'symbol', source, filter: ['==', type, 'space'], layout: always },
    {
      id: 'entries-cluster',
      type: 'symbol',
      source,
      filter: ['in', type, ['literal', ['cluster', 'stack']]],
      layout: {
        ...always,
        'text-field': ['number-format', ['get', 'count'], { locale }],
        'text-font': labelFont('bold', 'display'),
        'text-size': ['interpolate', ['linear'], ['get', 'count'], 2, 13, 100, 15, 1000, 16],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ink },
    },
  ]
}
