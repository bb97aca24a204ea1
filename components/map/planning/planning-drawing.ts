/** Drawing on the planner's map by pointer; loads when somebody draws. Corners set from the keyboard come in through the store. */
import type { Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { TOKENS } from '#lib/core/style/tokens.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'

/** A millionth of a degree is a decimetre. */
const DECIMALS = 6

/** Draws until the signal aborts: a new outline, or the corners of one that is there. */
export function drawOutline(map: MapLibreMap, corners: Drawing, signal: AbortSignal): void {
  const color = TOKENS[usePlanning.getState().theme].seedling as `#${string}`
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes: [
      new TerraDrawPolygonMode({
        showCoordinatePoints: true,
        styles: { fillColor: color, outlineColor: color, fillOpacity: 0.15, outlineWidth: 3 },
      }),
      new TerraDrawSelectMode({
        flags: {
          polygon: { feature: { coordinates: { draggable: true, midpoints: true, deletable: true } } },
        },
        styles: {
          selectedPolygonColor: color,
          selectedPolygonOutlineColor: color,
          selectionPointColor: color,
        },
      }),
    ],
  })
  draw.start()
  const take = () => {
    const outline = draw.getSnapshot().find(({ geometry }) => geometry.type === 'Polygon')
    if (outline) useDrawing.getState().follow((outline.geometry.coordinates[0] as Position[]).slice(0, -1))
  }
  if (corners.length >= 3) {
    const [first = []] = corners
    const ring = [...corners, first].map((corner) => [...corner])
    const geometry = { type: 'Polygon' as const, coordinates: [ring] }
    const [added] = draw.addFeatures([{ type: 'Feature', geometry, properties: { mode: 'polygon' } }])
    draw.setMode('select')
    if (added?.id !== undefined) draw.selectFeature(added.id)
  } else draw.setMode('polygon')
  draw.on('finish', (_id, { action }) => {
    take()
    if (action === 'draw') useDrawing.getState().finish()
  })
  signal.addEventListener('abort', () => draw.stop())
}
