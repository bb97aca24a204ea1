/** A density on a map: one canvas with a pixel per cell, whose corners the map places, so that moving the map costs nothing more. */
import type { RasterLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { CanvasSource, Map as MapLibreMap } from 'maplibre-gl'
import type { DensityImage } from '#lib/geo/density-image.ts'

const drawnOf = new WeakMap<HTMLCanvasElement, DensityImage>()

/**
 * Lays an image of its own source beneath the layer `before`; null takes it away. It is laid anew each time: it has other corners and
 * another size.
 */
export function layDensityImage(
  map: MapLibreMap,
  layer: RasterLayerSpecification,
  before: string | undefined,
  density: DensityImage | null,
): void {
  const drawn = map.getSource<CanvasSource>(layer.source)
  const isShown = density !== null && density.topPerSquareKilometer > 0
  if (drawn && isShown && drawnOf.get(drawn.getCanvas()) === density) return
  if (map.getLayer(layer.id)) map.removeLayer(layer.id)
  if (drawn) map.removeSource(layer.source)
  if (!isShown) return
  const { columns, rows } = density.grid
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  canvas.getContext('2d')?.putImageData(new ImageData(density.pixels, columns, rows), 0, 0)
  drawnOf.set(canvas, density)
  const coordinates = density.corners.map(([lng = 0, lat = 0]): [number, number] => [lng, lat])
  const [northWest = [0, 0], northEast = [0, 0], southEast = [0, 0], southWest = [0, 0]] = coordinates
  map.addSource(layer.source, {
    type: 'canvas',
    canvas,
    animate: false,
    coordinates: [northWest, northEast, southEast, southWest],
  })
  map.addLayer(layer, before)
}
