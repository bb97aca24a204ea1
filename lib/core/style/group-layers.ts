/** How groups stand on the map: a dashed outline under the marks. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Theme, TOKENS } from './tokens.ts'

/** The source that the map fills. */
export const GROUP_SOURCE = 'group-outlines'
/** The lowest of the layers. */
export const GROUP_GROUND_LAYER = 'group-ground'

/** To stand beneath the entries. */
export function groupOutlineLayers(theme: Theme): LayerSpecification[] {
  const { ink, sheet } = TOKENS[theme]
  const source = GROUP_SOURCE
  const join = { 'line-join': 'round', 'line-cap': 'butt' } as const
  return [
    {
      id: GROUP_GROUND_LAYER,
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
