'use client'

/** The map: the ground from our own server, the entries from the store, and back to the store by pointer and keyboard. */
import {
  type GeoJSONSource,
  Map as MapLibre,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Camera } from '#lib/domain/view.ts'
import { clusterForView, type MapItem } from '#lib/geo/map-clusters.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { fetchWithin } from '#lib/store/load-snapshot.ts'
import { type BasemapStyle, withAbsolutePaths } from '#lib/style/basemap-style.ts'
import { ENTRY_LAYER_IDS, ENTRY_SOURCES, entryLayers } from '#lib/style/entry-layers.ts'
import { toEntryFeatures } from './entry-features.ts'
import { rasterImage } from './raster-image.ts'

const RADIUS_PIXELS = 56
const STACK_ZOOM = 19
const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

export function ExploreMap({ camera }: { camera: Camera }) {
  const t = useTranslations('map')
  const locale = useLocale() === 'en' ? 'en' : 'de'
  const container = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'idle' | 'unavailable'>('loading')
  useEffect(() => {
    let map: MapLibre | undefined
    let ended = false
    createMap(container.current, locale, useExplorer.getState().camera ?? camera).then(
      (created) => {
        if (ended) return created.remove()
        map = created
        created.on('idle', () => setState('idle'))
        created.on('dataloading', () => setState('loading'))
        created.on('remove', bindStore(created))
      },
      () => ended || setState('unavailable'),
    )
    return () => {
      ended = true
      map?.remove()
    }
  }, [locale, camera])
  return (
    <section aria-label={t('label')} data-map-state={state} className="absolute inset-0 bg-map-ground">
      <div ref={container} className="size-full" />
      {state === 'unavailable' && (
        <p className="absolute inset-x-6 top-1/3 text-center text-muted">{t('unavailable')}</p>
      )}
    </section>
  )
}

async function createMap(
  container: HTMLElement | null,
  locale: 'de' | 'en',
  camera: Camera,
): Promise<MapLibre> {
  if (!container || !document.createElement('canvas').getContext('webgl2')) throw new Error('no WebGL')
  const theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const ground = (await (await fetchWithin(`/basemap/style/${locale}/${theme}`)).json()) as BasemapStyle
  const style: StyleSpecification = withAbsolutePaths(ground, window.location.origin)
  for (const source of Object.values(ENTRY_SOURCES)) style.sources[source] = { type: 'geojson', data: EMPTY }
  style.layers.push(...entryLayers(theme, locale))
  setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
  const { lng, lat, zoom } = camera
  const map = new MapLibre({
    container,
    style,
    center: [lng, lat],
    zoom,
    maxZoom: 20,
    attributionControl: { compact: true },
  })
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.touchZoomRotate.disableRotation()
  map.dragRotate.disable()
  map.setMissingStyleImageResolver(async (name) => {
    const raster = await rasterImage(name)
    if (raster && !map.hasImage(name)) map.addImage(name, raster.image, { pixelRatio: raster.pixelRatio })
  })
  await map.once('load')
  return map
}

/** Draws after each change of camera, filter or snapshot; returns what undoes the binding. */
function bindStore(map: MapLibre): () => void {
  let items: MapItem[] = []
  const draw = () => {
    const { snapshot, scan } = useExplorer.getState()
    if (!snapshot || !scan) return
    const bounds = map.getBounds().toArray().flat() as [number, number, number, number]
    items = clusterForView(snapshot.points, scan.mask, {
      zoom: map.getZoom(),
      bbox: bounds,
      radiusPixels: RADIUS_PIXELS,
    })
    map.getSource<GeoJSONSource>(ENTRY_SOURCES.entries)?.setData(toEntryFeatures(snapshot.points, items))
  }
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter()
    useExplorer.getState().setCamera({ lng, lat, zoom: map.getZoom() })
    draw()
  })
  map.on('click', [...ENTRY_LAYER_IDS], (event) => {
    const item = items[Number(event.features?.[0]?.properties.id)]
    if (item) open(map, item)
  })
  map.on('mousemove', (event) => {
    const over = map.queryRenderedFeatures(event.point, { layers: [...ENTRY_LAYER_IDS] }).length > 0
    map.getCanvas().style.cursor = over ? 'pointer' : ''
  })
  draw()
  return useExplorer.subscribe((state, before) => {
    if (state.scan !== before.scan) draw()
  })
}

/** One entry opens its card, entries at one place their list, a cluster comes nearer. */
function open(map: MapLibre, item: MapItem): void {
  const { select, list } = useExplorer.getState()
  const [first] = item.ranks
  if (item.ranks.length === 1 && first !== undefined) select(first)
  else if (item.type === 'stack' || map.getZoom() >= STACK_ZOOM) list(item.ranks)
  else map.easeTo({ center: [item.lng, item.lat], zoom: Math.min(map.getZoom() + 2, STACK_ZOOM) })
}
