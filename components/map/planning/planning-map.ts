/** The planner's map: the ground, what was worked out of the view laid over it, and what pointer and keyboard ask of it. */
import { AttributionControl, type Map as MapLibreMap } from 'maplibre-gl'
import { createMap } from '#components/map/create-map.ts'
import { followSpot } from '#components/map/follow-spot.ts'
import { applyDensityImage } from '#components/map/layers/density-picture.ts'
import { drawMissingImages } from '#components/map/map-images.ts'
import { offerPrint } from '#components/map/map-print.ts'
import { fetchBasemap, plainStyle } from '#components/map/map-style.ts'
import type { MapSlot } from '#components/map/use-map.ts'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import { useMapSpot } from '#lib/client/store/map-spot.ts'
import type { PlanningState } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { densityLayer } from '#lib/core/style/density-layer-spec.ts'
import {
  PLANNING_SOURCES,
  planningGroundLayers,
  planningOutlineLayers,
} from '#lib/core/style/planning-layers.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { listCells, listLetters, listOutlines, writeSource } from './planning-sources.ts'

/** Around an area that is brought into view; where the map is wide, also beside its card and above its legend. */
const PADDING_PIXELS = 56
const CARD_PIXELS = 400
const LEGEND_PIXELS = 130
const WIDE_PIXELS = 800
const MAX_ZOOM = 15.5

export type PlanningMap = {
  zoomBy(steps: 1 | -1): void
  /** The drawing of areas adds itself to it. */
  map: MapLibreMap
}

export type PlanningMapOptions = MapSlot & {
  camera: Camera
  /** MapLibre's own texts by its keys. */
  texts: Record<string, string>
}

/** Opens the map until the signal aborts; throws where the browser cannot draw it. */
export async function openPlanningMap(
  options: PlanningMapOptions,
  signal: AbortSignal,
): Promise<PlanningMap | null> {
  const map = await createMap({ ...options, style: plainStyle(usePlanning.getState().theme) }, signal)
  if (!map) return null
  // The page scrolls with the wheel and one finger; the map says how it moves.
  map.cooperativeGestures.enable()
  map.addControl(new AttributionControl({ compact: true }))
  drawMissingImages(map)
  offerPrint(map, [], signal)
  followSpot(map, (spot) => useMapSpot.setState({ spot }))
  followTaps(map)
  const tool = followDrawing(map, options, signal)
  let isGroundReady = false
  const apply = async () => {
    const { theme } = usePlanning.getState()
    isGroundReady = false
    options.onState('loading')
    const basemap = await fetchBasemap(theme, options.locale, signal).catch((fault: unknown) => {
      if (!signal.aborted) console.error(fault)
      return null
    })
    if (signal.aborted || usePlanning.getState().theme !== theme) return
    map.setStyle(basemap ?? plainStyle(theme), { diff: false })
    await map.once('style.load')
    if (signal.aborted) return
    addPlanningLayers(map)
    options.onSchematic(basemap?.metadata.schematic ?? false)
    isGroundReady = true
    showState(map, usePlanning.getState())
  }
  signal.addEventListener(
    'abort',
    useDrawing.subscribe(() => isGroundReady && showOutlines(map, usePlanning.getState())),
  )
  const stop = usePlanning.subscribe((state, before) => {
    if (state.theme !== before.theme) return void apply()
    if (state.underWay > 0) options.onState('loading')
    if (isGroundReady) showState(map, state, before)
    if (state.wanted && state.wanted !== before.wanted)
      map.fitBounds([...state.wanted.box], { padding: toPadding(map), maxZoom: MAX_ZOOM })
    map.triggerRepaint()
  })
  signal.addEventListener('abort', stop)
  map.on('movestart', () => options.onState('loading'))
  map.on('idle', () => {
    const { underWay, loaded, hasFailed } = usePlanning.getState()
    if (isGroundReady && !tool.isComing && underWay === 0 && (loaded || hasFailed)) options.onState('idle')
  })
  map.on('moveend', ({ originalEvent }) => {
    const { lng, lat } = map.getCenter()
    // What the page itself brings into view follows from what was chosen.
    if (originalEvent) usePlanning.setState({ camera: { lng, lat, zoom: map.getZoom() } })
  })
  await apply()
  return {
    map,
    zoomBy: (steps) => {
      const zoom = map.getZoom() + steps
      map.zoomTo(zoom)
      usePlanning.setState({ camera: { ...map.getCenter(), zoom } })
    },
  }
}

function toPadding(map: MapLibreMap) {
  const around = { top: PADDING_PIXELS, right: PADDING_PIXELS, bottom: PADDING_PIXELS, left: PADDING_PIXELS }
  return map.getContainer().clientWidth < WIDE_PIXELS
    ? around
    : { ...around, right: CARD_PIXELS, bottom: LEGEND_PIXELS }
}

function addPlanningLayers(map: MapLibreMap): void {
  const { theme } = usePlanning.getState()
  const firstLabel = map.getStyle().layers.find(({ type }) => type === 'symbol')?.id
  for (const source of Object.values(PLANNING_SOURCES))
    map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  for (const layer of planningGroundLayers(theme)) map.addLayer(layer, firstLabel)
  for (const layer of planningOutlineLayers(theme)) map.addLayer(layer)
}

/** Writes what has changed; everything where nothing is known of before. */
function showState(map: MapLibreMap, state: PlanningState, before?: PlanningState): void {
  const differs = (...keys: (keyof PlanningState)[]) =>
    !before || keys.some((key) => state[key] !== before[key])
  if (differs('density', 'view')) {
    const shown = state.view.mapView === 'density' ? state.density : null
    applyDensityImage(map, densityLayer, 'planning-cells', shown)
  }
  if (differs('view', 'isolines')) {
    const shown = state.view.mapView === 'density' && state.view.hasIsolines ? state.isolines : null
    writeSource(map, PLANNING_SOURCES.isolines, shown ?? { type: 'FeatureCollection', features: [] })
  }
  if (differs('view', 'hotspots', 'districts', 'loaded'))
    writeSource(map, PLANNING_SOURCES.cells, listCells(state))
  if (differs('view', 'found', 'drawn', 'districts', 'chosen')) showOutlines(map, state)
}

function showOutlines(map: MapLibreMap, state: PlanningState): void {
  writeSource(map, PLANNING_SOURCES.outlines, listOutlines(state, useDrawing.getState().corners))
  writeSource(map, PLANNING_SOURCES.letters, listLetters(state))
}

/** The tool for the pointer comes when somebody begins to draw, and goes when it is done. */
function followDrawing(
  map: MapLibreMap,
  { onState }: Pick<MapSlot, 'onState'>,
  signal: AbortSignal,
): { isComing: boolean } {
  const tool = { isComing: false }
  let current: AbortController | null = null
  const update = ({ isOn, corners }: { isOn: boolean; corners: Drawing }) => {
    if (isOn === (current !== null)) return
    current?.abort()
    current = isOn ? new AbortController() : null
    const drawing = current?.signal
    if (!drawing) return
    tool.isComing = true
    onState('loading')
    void import('./planning-drawing.ts')
      .then(({ drawOutline }) => !drawing.aborted && !signal.aborted && drawOutline(map, corners, drawing))
      .catch((fault: unknown) => console.error(fault))
      .finally(() => {
        tool.isComing = false
        map.triggerRepaint()
      })
  }
  const stop = useDrawing.subscribe(update)
  useMapSpot.setState({ middle: () => map.getCenter() })
  signal.addEventListener('abort', () => {
    stop()
    useMapSpot.setState({ middle: null })
  })
  return tool
}

/** A tap on an area chooses it. */
function followTaps(map: MapLibreMap): void {
  map.on('click', ({ point }) => {
    if (!map.getLayer('planning-outline-ground') || useDrawing.getState().isOn) return
    const [hit] = map.queryRenderedFeatures(point, {
      layers: ['planning-outline-ground', 'planning-letters'],
    })
    const key = hit?.properties.key
    if (typeof key === 'string') usePlanning.getState().choose(key)
  })
}
