/**
 * The schematic basemap of our own, for when nothing else answers: the city's few lines and district names from
 * its configuration, drawn by hand, traced from no data and not to scale. It needs no network at all.
 */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { City } from '#lib/core/domain/city.ts'
import { imageName } from '#lib/core/style/icon-ids.ts'
import { MAP_TOKENS, type Theme } from '#lib/core/style/tokens.ts'
import { labelFont } from './basemap-labels.ts'
import { classIn } from './class-in.ts'

const LINES = 'schematic-lines'
const PLACES = 'schematic-places'

/** Sources and layers of the schematic map; without lines in the configuration it has the district names alone. */
export function schematicMap(city: City, theme: Theme): Pick<StyleSpecification, 'sources' | 'layers'> {
  const { lines = [], stations = [] } = city.schematic ?? {}
  const districts = city.demonstration.districts.map((district) => ({ ...district, class: 'district' }))
  const places = [...districts, ...stations.map((station) => ({ ...station, class: 'station' }))]
  return {
    sources: {
      [LINES]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: lines.map(({ kind, name, points }) => ({
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: toCurve(points) },
            properties: { class: kind, name },
          })),
        },
      },
      [PLACES]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: places.map((place) => ({
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [place.lng, place.lat] },
            properties: { class: place.class, name: place.name },
          })),
        },
      },
    },
    layers: [...lineLayers(theme), ...nameLayers(theme)],
  }
}

/** Rounds a hand-drawn line by two rounds of Chaikin's corner cutting (1974); the ends stay. Degrees, lng, lat. */
function toCurve(points: readonly (readonly [number, number])[], rounds = 2): [number, number][] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  if (rounds === 0) return points.map(([lng, lat]) => [lng, lat])
  const cut = points.slice(1).flatMap((b, at): [number, number][] => {
    const a = points[at] ?? b
    return [0.25, 0.75].map((share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
  })
  return toCurve([first, ...cut, last], rounds - 1)
}

function lineLayers(theme: Theme): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  const line = (
    id: string,
    kind: string,
    color: string,
    [far, near]: [number, number],
    dashes?: number[],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: LINES,
    filter: classIn(kind),
    layout: { 'line-cap': dashes ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, far, 16, near],
      ...(dashes ? { 'line-dasharray': dashes } : {}),
    },
  })
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': map.ground } },
    line('schematic-stream', 'stream', map.water, [1.5, 10]),
    line('schematic-river', 'river', map.water, [9, 150]),
    line('schematic-motorway-edge', 'motorway', map.motorwayEdge, [3.6, 20]),
    line('schematic-motorway', 'motorway', map.motorway, [2.2, 16]),
    line('schematic-railway', 'railway', map.rail, [1.6, 6]),
    line('schematic-railway-dashes', 'railway', map.halo, [0.8, 3], [5, 5]),
  ]
}

function nameLayers(theme: Theme): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  const halo = { 'text-halo-color': map.halo, 'text-halo-width': 1.6 }
  const waterName = (kind: string, haloColor: string): LayerSpecification => ({
    id: `schematic-${kind}-name`,
    type: 'symbol',
    source: LINES,
    filter: classIn(kind),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 400,
      'text-field': ['get', 'name'],
      'text-font': labelFont('italic'),
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 16, 18],
      'text-letter-spacing': 0.1,
    },
    paint: { 'text-color': map.waterLabel, 'text-halo-color': haloColor, 'text-halo-width': 1.4 },
  })
  return [
    waterName('river', map.water),
    waterName('stream', map.halo),
    {
      id: 'schematic-motorway-name',
      type: 'symbol',
      source: LINES,
      filter: classIn('motorway'),
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 450,
        'text-field': ['get', 'name'],
        'text-font': labelFont('semibold'),
        'text-size': 10.5,
        'text-rotation-alignment': 'viewport',
        'icon-image': imageName('shield', theme),
        'icon-rotation-alignment': 'viewport',
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [2, 5, 2, 5],
      },
      paint: { 'text-color': theme === 'light' ? '#5A4113' : '#EAD9B8' },
    },
    {
      id: 'schematic-station',
      type: 'symbol',
      source: PLACES,
      minzoom: 12,
      filter: classIn('station'),
      layout: {
        'icon-image': imageName('station', theme),
        'text-field': ['get', 'name'],
        'text-font': labelFont('regular'),
        'text-size': 11,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'text-optional': true,
      },
      paint: { 'text-color': map.label, ...halo },
    },
    {
      id: 'schematic-district',
      type: 'symbol',
      source: PLACES,
      filter: classIn('district'),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFont('semibold'),
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 13, 15, 17, 22],
        'text-max-width': 7,
        'text-letter-spacing': 0.03,
        'text-padding': 4,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right', 'top-left', 'bottom-right'],
        'text-radial-offset': 0.7,
      },
      paint: { 'text-color': map.placeLabel, ...halo },
    },
  ]
}
