/**
 * What a planner's map shows above the ground and the image of density: its lines, areas coloured as a whole, and outlines with their letters.
 * Candidate areas look as groups do on the explore map.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { labelFont } from '#lib/core/style/basemap/basemap-labels.ts'
import { imageName } from './icon-ids.ts'
import { MAP_TOKENS, type Theme, TOKENS } from './tokens.ts'

/** Names of the sources that the map fills. */
export const PLANNING_SOURCES = {
  isolines: 'planning-isolines',
  cells: 'planning-cells',
  outlines: 'planning-outlines',
  letters: 'planning-letters',
} as const

/** What a feature of the source of cells carries: districts or hexagons. */
export type CellFeatureProperties = { color: string; opacity: number; isMarked: boolean }

type OutlineRole = 'found' | 'drawn' | 'district'

/** What a feature of the source of outlines carries. */
export type OutlineFeatureProperties = { key: string; letter: string; role: OutlineRole; isChosen: boolean }

/** What a feature of the source of letters carries. */
export type LetterFeatureProperties = { key: string; letter: string }

/** To stand beneath the ground's labels, so that places can be read through them. */
export function planningGroundLayers(theme: Theme): LayerSpecification[] {
  const { ink, sheet } = TOKENS[theme]
  return [
    {
      id: 'planning-cells',
      type: 'fill',
      source: PLANNING_SOURCES.cells,
      paint: { 'fill-color': ['get', 'color'], 'fill-opacity': ['get', 'opacity'] },
    },
    {
      id: 'planning-cell-edges',
      type: 'line',
      source: PLANNING_SOURCES.cells,
      paint: {
        'line-color': ['case', ['get', 'isMarked'], ink, sheet],
        'line-width': ['case', ['get', 'isMarked'], 2, 0.75],
        'line-opacity': ['case', ['get', 'isMarked'], 1, 0.6],
      },
    },
    {
      id: 'planning-isolines',
      type: 'line',
      source: PLANNING_SOURCES.isolines,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ink, 'line-width': 1, 'line-opacity': 0.55 },
    },
  ]
}

/** To stand above everything. */
export function planningOutlineLayers(theme: Theme): LayerSpecification[] {
  const { ink, sheet, seedling } = TOKENS[theme]
  const source = PLANNING_SOURCES.outlines
  const layout = { 'line-join': 'round', 'line-cap': 'butt' } as const
  const color = ['case', ['==', ['get', 'role'], 'drawn'], seedling, ink] as unknown as string
  const width = ['case', ['get', 'isChosen'], 3.5, 2.25] as unknown as number
  return [
    {
      id: 'planning-isoline-values',
      type: 'symbol',
      source: PLANNING_SOURCES.isolines,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['to-string', ['get', 'atLeastPerSquareKilometer']],
        'text-font': labelFont('semibold'),
        'text-size': 11.5,
      },
      paint: {
        'text-color': ink,
        'text-halo-color': MAP_TOKENS[theme].halo,
        'text-halo-width': 1.6,
      },
    },
    {
      id: 'planning-outline-ground',
      type: 'fill',
      source,
      paint: { 'fill-color': ink, 'fill-opacity': ['case', ['get', 'isChosen'], 0.06, 0] },
    },
    {
      id: 'planning-outline-halo',
      type: 'line',
      source,
      layout,
      paint: { 'line-color': sheet, 'line-width': 5.5, 'line-opacity': 0.75 },
    },
    {
      id: 'planning-outline',
      type: 'line',
      source,
      layout,
      filter: ['!=', ['get', 'role'], 'district'],
      paint: { 'line-color': color, 'line-width': width, 'line-dasharray': [3, 2] },
    },
    {
      id: 'planning-outline-district',
      type: 'line',
      source,
      layout,
      filter: ['==', ['get', 'role'], 'district'],
      paint: { 'line-color': color, 'line-width': width },
    },
    {
      id: 'planning-letters',
      type: 'symbol',
      source: PLANNING_SOURCES.letters,
      layout: {
        'icon-image': imageName('group', theme),
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
