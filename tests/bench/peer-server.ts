/** Pages of other map libraries with the same points, each in its documented best settings, served on loopback for a browser to measure. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '#bin/lanes.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import type { SeededPoint } from '#tests/support/seeded-points.ts'

const VIEW = { lng: 7, lat: 51.05, zoom: 12 }
/** A heatmap's kernel ends at its radius, at three standard deviations: 3 * 250 m at 24 m a pixel. */
const HEAT_RADIUS_PIXELS = 31

const FILES: Record<string, [file: string, type: string]> = {
  '/maplibre-gl.mjs': ['maplibre-gl/dist/maplibre-gl.mjs', 'text/javascript'],
  '/maplibre-gl-worker.mjs': ['maplibre-gl/dist/maplibre-gl-worker.mjs', 'text/javascript'],
  '/maplibre-gl-shared.mjs': ['maplibre-gl/dist/maplibre-gl-shared.mjs', 'text/javascript'],
  '/maplibre-gl.css': ['maplibre-gl/dist/maplibre-gl.css', 'text/css'],
  '/leaflet.js': ['leaflet/dist/leaflet.js', 'text/javascript'],
  '/leaflet.css': ['leaflet/dist/leaflet.css', 'text/css'],
  '/markercluster.js': ['leaflet.markercluster/dist/leaflet.markercluster.js', 'text/javascript'],
  '/markercluster.css': ['leaflet.markercluster/dist/MarkerCluster.css', 'text/css'],
}

/** MapLibre's own clustering of a GeoJSON source; `window.filterTo(bit)` shows one discipline. */
const GEOJSON_PAGE = `<!doctype html><meta charset=utf-8><link rel=stylesheet href=/maplibre-gl.css>
<style>html,body,#map{height:100%;margin:0}</style><div id=map></div><script type=module>
import * as maplibregl from '/maplibre-gl.mjs'
maplibregl.setWorkerUrl('/maplibre-gl-worker.mjs')
const all = await (await fetch('/points.geojson')).json()
const map = new maplibregl.Map({ container: 'map', center: [${VIEW.lng}, ${VIEW.lat}], zoom: ${VIEW.zoom}, fadeDuration: 0,
  style: { version: 8, sources: { points: { type: 'geojson', data: all, cluster: true, clusterRadius: 50 } }, layers: [
    { id: 'clusters', type: 'circle', source: 'points', filter: ['has', 'point_count'], paint: { 'circle-radius': 18 } },
    { id: 'single', type: 'circle', source: 'points', filter: ['!', ['has', 'point_count']], paint: { 'circle-radius': 6 } } ] } })
map.once('idle', () => { document.body.dataset.state = 'idle' })
window.filterTo = (bit) => new Promise((done) => {
  const features = bit === null ? all.features : all.features.filter(({ properties }) => properties.bits & (1 << bit))
  const start = performance.now()
  map.getSource('points').setData({ type: 'FeatureCollection', features })
  map.once('idle', () => done({ milliseconds: performance.now() - start, count: features.length }))
})
</script>`

/** MapLibre's own heatmap layer over the points; its radius is a bandwidth of 250 m as far as pixels can say it at this zoom. */
const HEATMAP_PAGE = `<!doctype html><meta charset=utf-8><link rel=stylesheet href=/maplibre-gl.css>
<style>html,body,#map{height:100%;margin:0}</style><div id=map></div><script type=module>
import * as maplibregl from '/maplibre-gl.mjs'
maplibregl.setWorkerUrl('/maplibre-gl-worker.mjs')
const map = new maplibregl.Map({ container: 'map', center: [${VIEW.lng}, ${VIEW.lat}], zoom: ${VIEW.zoom}, fadeDuration: 0,
  style: { version: 8, sources: { points: { type: 'geojson', data: '/points.geojson' } }, layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f4f1ea' } },
    { id: 'heat', type: 'heatmap', source: 'points', paint: { 'heatmap-radius': ${HEAT_RADIUS_PIXELS}, 'heatmap-intensity': 0.02 } } ] } })
map.once('idle', () => { document.body.dataset.state = 'idle' })
</script>`

/** Leaflet.markercluster with chunked loading, as its documentation advises for many markers. */
const MARKERCLUSTER_PAGE = `<!doctype html><meta charset=utf-8><link rel=stylesheet href=/leaflet.css><link rel=stylesheet href=/markercluster.css>
<style>html,body,#map{height:100%;margin:0}</style><div id=map></div><script src=/leaflet.js></script><script src=/markercluster.js></script><script type=module>
const all = await (await fetch('/points.geojson')).json()
const map = L.map('map', { maxZoom: 19 }).setView([${VIEW.lat}, ${VIEW.lng}], ${VIEW.zoom})
const group = L.markerClusterGroup({ chunkedLoading: true, animate: false, chunkProgress: (done, total) => {
  if (done === total) requestAnimationFrame(() => { document.body.dataset.state = 'idle' }) } })
map.addLayer(group)
group.addLayers(all.features.map(({ geometry: { coordinates: [lng, lat] } }) => L.marker([lat, lng])))
</script>`

const PAGES: Record<string, string> = {
  '/geojson': GEOJSON_PAGE,
  '/heatmap': HEATMAP_PAGE,
  '/markercluster': MARKERCLUSTER_PAGE,
}

export type PeerServer = {
  geojsonUrl: string
  heatmapUrl: string
  markerclusterUrl: string
  stop(): Promise<void>
}

/** Serves all on a free port of 127.0.0.1, texts compressed by gzip. */
export async function startPeerServer(points: readonly SeededPoint[]): Promise<PeerServer> {
  const geojson = gzipSync(JSON.stringify(toGeojson(points)))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = FILES[path]
    const text = PAGES[path]
    if (text) response.writeHead(200, { 'Content-Type': 'text/html' }).end(text)
    else if (path === '/points.geojson')
      response
        .writeHead(200, { 'Content-Type': 'application/geo+json', 'Content-Encoding': 'gzip' })
        .end(geojson)
    else if (file)
      response
        .writeHead(200, { 'Content-Type': file[1], 'Content-Encoding': 'gzip' })
        .end(gzipSync(readFileSync(join(ROOT, 'node_modules', file[0]))))
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    geojsonUrl: `${base}/geojson`,
    heatmapUrl: `${base}/heatmap`,
    markerclusterUrl: `${base}/markercluster`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function toGeojson(points: readonly SeededPoint[]) {
  return {
    type: 'FeatureCollection',
    features: points.map(({ lng, lat, disciplines }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [Number(lng.toFixed(5)), Number(lat.toFixed(5))] },
      properties: { bits: disciplines.reduce((bits, code) => bits | (1 << DISCIPLINES.indexOf(code)), 0) },
    })),
  }
}
