/** How groups stand on the map: a dashed outline under the entries and a lettered square at its north-western end. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { labelFont } from './labels.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** Names of the sources that the map fills: outlines, and one point per letter. */
export const GROUP_SOURCES = { outlines: 'group-outlines', letters: 'group-letters' } as const

/** What a feature of the source `group-letters` carries. */
export type LetterFeatureProperties = { letter: string }

/** To stand beneath the entries. */
export function groupOutlineLayers(theme: Theme): LayerSpecification[] {
  const { ink, sheet } = TOKENS[theme]
  const source = GROUP_SOURCES.outlines
  const join = { 'line-join': 'round', 'line-cap': 'butt' } as const
  return [
    {
      id: 'group-ground',
      type: 'fill',
      source,
      paint: { 'fill-color': ink, 'fill-opacity': theme === 'light' ? 0.05 : 0.08 },
    },
    {
      id: 'group-halo',
      type: 'line',
      source,
      layout: join,
      paint: { 'line-color': sheet, 'line-width': 5, 'line-opacity': 0.7 },
    },
    {
      id: 'group-outline',
      type: 'line',
      source,
      layout: join,
      paint: { 'line-color': ink, 'line-width': 2.5, 'line-dasharray': [3, 2] },
    },
  ]
}

/** To stand above the entries. */
export function groupLetterLayers(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'group-letters',
      type: 'symbol',
      source: GROUP_SOURCES.letters,
      layout: {
        'icon-image': `group:${theme}`,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'letter'],
        'text-font': labelFont('bold', 'display'),
        'text-size': 15,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': TOKENS[theme]['on-seedling'] },
    },
  ]
}
