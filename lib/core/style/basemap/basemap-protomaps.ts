/**
 * The basemap for vector tiles in the Protomaps schema: the layers of Protomaps' own library in our colours and
 * faces. Its sprite stays out: of the marked places only stations remain, the entries are the loud thing.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type Flavor, layers, namedFlavor } from '@protomaps/basemaps'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { imageName } from '#lib/core/style/icon-ids.ts'
import { withOwnFaces } from '#lib/core/style/own-faces.ts'
import { MAP_TOKENS, type MapTokens, type Theme } from '#lib/core/style/tokens.ts'
import { labelFont } from './basemap-labels.ts'

/** Layers over the vector source of the given name, lowest first. */
export function protomapsLayers(source: string, theme: Theme, locale: Locale): LayerSpecification[] {
  const map = MAP_TOKENS[theme]
  return layers(source, flavor(map, theme), { lang: locale })
    .filter(({ id }) => id !== 'roads_oneway')
    .map((layer) => withOwnFaces(withPlainName(layer, locale)))
    .map((layer) => withOwnMarks(layer, theme))
}

/** The library writes a name in up to three scripts; the city's own and the reader's are enough here. */
function withPlainName(layer: LayerSpecification, locale: Locale): LayerSpecification {
  if (layer.type !== 'symbol' || !JSON.stringify(layer.layout?.['text-field'] ?? '').includes('"name"'))
    return layer
  const name: ExpressionSpecification = ['coalesce', ['get', `name:${locale}`], ['get', 'name']]
  return { ...layer, layout: { ...layer.layout, 'text-field': name } }
}

function withOwnMarks(layer: LayerSpecification, theme: Theme): LayerSpecification {
  if (layer.type !== 'symbol' || layer.layout?.['icon-image'] === undefined) return layer
  const { 'icon-image': _, 'icon-size': __, ...layout } = layer.layout
  if (layer.id === 'roads_shields')
    return {
      ...layer,
      filter: ['all', ['==', ['get', 'kind'], 'highway'], ['has', 'shield_text']],
      layout: {
        ...layout,
        'icon-image': imageName('shield', theme),
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [2, 5, 2, 5],
        'symbol-spacing': 500,
        'text-font': labelFont('semibold'),
        'text-size': 10.5,
      },
      paint: { 'text-color': MAP_TOKENS[theme].placeLabel },
    }
  if (layer.id === 'pois')
    return {
      ...layer,
      minzoom: 12.5,
      filter: ['==', ['get', 'kind'], 'station'],
      layout: {
        ...layout,
        'icon-image': imageName('station', theme),
        'text-size': 11.5,
        'text-optional': true,
      },
      paint: {
        'text-color': MAP_TOKENS[theme].placeLabel,
        'text-halo-color': MAP_TOKENS[theme].halo,
        'text-halo-width': 1.4,
      },
    }
  return { ...layer, layout }
}

function flavor(map: MapTokens, theme: Theme): Flavor {
  const { pois: _, ...base } = namedFlavor(theme)
  return { ...base, ...groundColors(map), ...roadColors(map), ...labelColors(map) }
}

function groundColors(map: MapTokens): Partial<Flavor> {
  return {
    background: map.ground,
    earth: map.ground,
    park_a: map.grass,
    park_b: map.grass,
    scrub_a: map.grass,
    scrub_b: map.grass,
    zoo: map.grass,
    wood_a: map.wood,
    wood_b: map.wood,
    hospital: map.civic,
    school: map.civic,
    industrial: map.industry,
    military: map.industry,
    aerodrome: map.industry,
    runway: map.road,
    pier: map.building,
    pedestrian: map.civic,
    sand: map.sand,
    beach: map.sand,
    water: map.water,
    buildings: map.building,
    landcover: {
      barren: map.sand,
      farmland: map.field,
      forest: map.wood,
      glacier: map.ground,
      grassland: map.grass,
      scrub: map.grass,
      urban_area: map.residential,
    },
  }
}

function roadColors(map: MapTokens): Partial<Flavor> {
  const colors: Record<string, string> = {
    other: map.road,
    minor_service: map.road,
    minor_a: map.road,
    minor_b: map.road,
    link: map.road,
    major: map.mainRoad,
    highway: map.motorway,
    minor_service_casing: map.roadEdge,
    minor_casing: map.roadEdge,
    link_casing: map.roadEdge,
    major_casing_early: map.roadEdge,
    major_casing_late: map.roadEdge,
    highway_casing_early: map.motorwayEdge,
    highway_casing_late: map.motorwayEdge,
    railway: map.rail,
    boundaries: map.boundary,
  }
  for (const kind of ['other', 'minor', 'link', 'major', 'highway']) {
    const own = kind === 'highway' ? map.motorway : kind === 'major' ? map.mainRoad : map.road
    const edge = kind === 'highway' ? map.motorwayEdge : map.roadEdge
    Object.assign(colors, {
      [`bridges_${kind}`]: own,
      [`bridges_${kind}_casing`]: edge,
      [`tunnel_${kind}`]: own,
      [`tunnel_${kind}_casing`]: edge,
    })
  }
  return colors
}

function labelColors(map: MapTokens): Partial<Flavor> {
  return {
    roads_label_minor: map.label,
    roads_label_minor_halo: map.halo,
    roads_label_major: map.label,
    roads_label_major_halo: map.halo,
    ocean_label: map.waterLabel,
    subplace_label: map.placeLabel,
    subplace_label_halo: map.halo,
    city_label: map.placeLabel,
    city_label_halo: map.halo,
    state_label: map.label,
    state_label_halo: map.halo,
    country_label: map.label,
    address_label: map.label,
    address_label_halo: map.halo,
  }
}
