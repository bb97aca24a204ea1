/** What of the entries stands in the map's style: the outlines of districts, and the room that labels leave to marks. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { ROOM } from './icon-ids.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** Names of the sources that the map fills. */
export const ENTRY_SOURCES = { districts: 'districts', rooms: 'mark-rooms' } as const

/** What a feature of the source `mark-rooms` carries: the radius of its mark in CSS pixels. */
export type RoomFeatureProperties = { radius: number }

/** Layers of district outlines and of the room that marks take, to stand above every basemap. */
export function entryLayers(theme: Theme): LayerSpecification[] {
  return [...districtLayers(theme), roomLayer()]
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

/** Nothing to see: the basemap's labels keep clear of it. */
function roomLayer(): LayerSpecification {
  return {
    id: 'mark-rooms',
    type: 'symbol',
    source: ENTRY_SOURCES.rooms,
    layout: {
      'icon-image': ROOM.image,
      'icon-size': ['/', ['get', 'radius'], ROOM.radiusPixels],
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
  }
}
