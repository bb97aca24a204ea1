/**
 * Reads a foreign style and turns it into one that draws from our own server alone: tiles and sprite get paths of
 * ours, labels our faces (so no glyph server is needed), and whatever cannot be fetched safely is left out.
 */
import type {
  LayerSpecification,
  SpriteSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import { z } from 'zod'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { darkenLayers } from '#lib/core/style/darken.ts'
import { withOwnFaces } from '#lib/core/style/own-faces.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import { formatAttribution } from './attribution.ts'
import { parseTileTemplate, parseUpstreamUrl } from './remote-address.ts'

const zoom = z.number().min(0).max(24)
const tileSource = z.object({
  type: z.enum(['vector', 'raster']),
  tiles: z.array(z.string()).optional(),
  url: z.string().optional(),
  minzoom: zoom.optional(),
  maxzoom: zoom.optional(),
  tileSize: z.number().optional(),
  scheme: z.enum(['xyz', 'tms']).optional(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  attribution: z.string().optional(),
})
const tileJson = tileSource.omit({ type: true, url: true })
const layer = z.looseObject({ id: z.string(), type: z.string(), source: z.string().optional() })
const styleSchema = z.looseObject({
  version: z.literal(8),
  sources: z.record(z.string(), z.unknown()),
  layers: z.array(layer).max(1000),
  sprite: z.union([z.string(), z.array(z.object({ id: z.string(), url: z.string() }))]).optional(),
})

/** A foreign style with its checked addresses, as it is kept on disk. */
const remoteStyleSchema = z.object({
  sources: z.array(
    z.object({ name: z.string(), template: z.string(), spec: tileJson.extend({ type: z.string() }) }),
  ),
  sprites: z.array(z.object({ id: z.string(), url: z.string() })),
  layers: z.array(layer),
})
export type RemoteStyle = z.infer<typeof remoteStyleSchema>

/** Reads what `JSON.stringify` made of a remote style; throws when it is none. */
export function parseStoredRemoteStyle(text: string): RemoteStyle {
  return remoteStyleSchema.parse(JSON.parse(text))
}

/**
 * Reads a fetched style from the given address; `getJson` fetches its TileJSONs. Sources with addresses that are
 * not allowed go, and their layers with them; throws when nothing is left to draw.
 */
export async function parseRemoteStyle(
  json: unknown,
  styleUrl: string,
  hosts: ReadonlySet<string>,
  getJson: (url: URL) => Promise<unknown>,
): Promise<RemoteStyle> {
  const style = styleSchema.parse(json)
  const sources: RemoteStyle['sources'] = []
  for (const [name, value] of Object.entries(style.sources).slice(0, 20)) {
    const read = tileSource.safeParse(value)
    if (!read.success) continue
    const { url, ...own } = read.data
    const description = url === undefined ? null : parseUpstreamUrl(url, hosts, styleUrl)
    const spec = description ? { ...tileJson.parse(await getJson(description)), type: own.type } : own
    const template = parseTileTemplate(spec.tiles?.[0] ?? '', hosts, description?.href ?? styleUrl)
    if (!template) continue
    const { tiles: _, ...rest } = spec
    sources.push({ name, template, spec: { ...rest, attribution: own.attribution ?? spec.attribution } })
  }
  const known = new Set(sources.map(({ name }) => name))
  const layers = style.layers.filter(
    ({ type, source }) => type === 'background' || (source !== undefined && known.has(source)),
  )
  if (known.size === 0 || layers.length === 0) throw new Error('the style has no source that may be fetched')
  const listed =
    typeof style.sprite === 'string' ? [{ id: 'default', url: style.sprite }] : (style.sprite ?? [])
  const sprites = listed.flatMap(({ id, url }) => {
    const allowed = parseUpstreamUrl(url, hosts, styleUrl)
    return allowed ? [{ id, url: allowed.href }] : []
  })
  return { sources, sprites, layers }
}

/** The part of the map's style that a remote style gives; `attribution` is shown where the style names none. */
export function toOwnStyle(
  remote: RemoteStyle,
  theme: Theme,
  locale: Locale,
  attribution: string,
): Pick<StyleSpecification, 'sources' | 'layers' | 'sprite'> {
  const named = remote.sources.some(({ spec }) => spec.attribution)
  const sources = remote.sources.map(({ name, spec }, at) => {
    const text = spec.attribution || (at === 0 && !named ? attribution : '')
    const tiles = [`/basemap/remote/tiles/${at}/{z}/{x}/{y}`]
    return [`basemap-${name}`, { ...spec, tiles, attribution: formatAttribution(text, locale) }]
  })
  const layers = remote.layers.map((read) => {
    const { metadata: _, ...own } = read
    const source = read.source === undefined ? {} : { source: `basemap-${read.source}` }
    return withOwnFaces({ ...own, ...source, id: `basemap-${read.id}` } as LayerSpecification)
  })
  const sprite: SpriteSpecification = remote.sprites.map(({ id }, at) => ({
    id,
    url: `/basemap/remote/sprite/${at}`,
  }))
  return {
    sources: Object.fromEntries(sources),
    layers: theme === 'dark' ? darkenLayers(layers) : layers,
    ...(sprite.length > 0 ? { sprite } : {}),
  }
}
