/**
 * The basemap's style as the server hands it out and the map loads it: what it is stands in its metadata, its
 * addresses are paths of our own server.
 */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'

export type BasemapKind = 'file' | 'remote' | 'schematic'

export type BasemapStyle = StyleSpecification & {
  metadata: {
    kind: BasemapKind
    /** Say so on the map: a schematic map is not to scale. */
    schematic: boolean
  }
}

/** The style with its paths made absolute for the page's origin, as MapLibre wants them. */
export function withAbsolutePaths(style: BasemapStyle, origin: string): BasemapStyle {
  const absolute = (path: string) => (path.startsWith('/') ? origin + path : path)
  const sources = Object.entries(style.sources).map(([name, source]) =>
    'tiles' in source && source.tiles
      ? [name, { ...source, tiles: source.tiles.map(absolute) }]
      : [name, source],
  )
  const sprite =
    typeof style.sprite === 'string'
      ? absolute(style.sprite)
      : style.sprite?.map(({ id, url }) => ({ id, url: absolute(url) }))
  return { ...style, sources: Object.fromEntries(sources), ...(sprite ? { sprite } : {}) }
}
