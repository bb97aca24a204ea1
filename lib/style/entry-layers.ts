/**
 * How entries stand on the basemap: layers over three GeoJSON sources that the map fills. Each entry feature is a
 * point with `EntryFeatureProperties`; the image behind its icon id is drawn by `icons.ts` when the map asks for it.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Kind } from '#lib/domain/entry.ts'
import type { Locale } from '#lib/i18n/routing.ts'
import { labelFont } from './labels.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** Names of the sources that the map fills. */
export const ENTRY_SOURCES = { districts: 'districts', entries: 'entries', selection: 'selection' } as const

/** What a feature of the source `entries` carries: the icon is an id of `icon-ids.ts`. */
export type EntryFeatureProperties = { id: string; kind: Kind; count: number; icon: string }

/** What the feature of the source `selection` carries: the radius of the ring in CSS pixels. */
export type SelectionFeatureProperties = { radius: number }

/** Layers that answer to a click. */
export const ENTRY_LAYER_IDS = ['entries-business', 'entries-space'] as const

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

/** One layer per kind, because a donut's count stands on paper and that of spaces on ink. */
function markLayers(theme: Theme, locale: Locale): LayerSpecification[] {
  const { ink, sheet } = TOKENS[theme]
  return [markLayer('business', ink, theme, locale), markLayer('space', sheet, theme, locale)]
}

function markLayer(kind: Kind, countColor: string, theme: Theme, locale: Locale): LayerSpecification {
  const count: ExpressionSpecification = ['get', 'count']
  const [few, many, most] = kind === 'business' ? ([13, 15, 16] as const) : ([13, 13, 11] as const)
  return {
    id: `entries-${kind}`,
    type: 'symbol',
    source: ENTRY_SOURCES.entries,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'icon-image': ['concat', ['get', 'icon'], `:${theme}`],
      // The marks always show, and the basemap's labels make room for them.
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'text-field': ['case', ['>', count, 1], ['number-format', count, { locale }], ''],
      'text-font': labelFont('bold', 'display'),
      'text-size': ['interpolate', ['linear'], count, 2, few, 100, many, 1000, most],
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': countColor },
  }
}
