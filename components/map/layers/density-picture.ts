/** A density on a map: one image with a pixel per cell, whose corners the map places, so that moving the map costs nothing more. */
import type { RasterLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Coordinates, ImageSource, Map as MapLibreMap } from 'maplibre-gl'
import type { DensityImage } from '#lib/core/geo/density/density-image.ts'

const applied = new WeakMap<ImageSource, DensityImage>()

/** Lays an image of its own source beneath the layer `before`, in the place of the former one; null takes it away. */
export function applyDensityImage(
  map: MapLibreMap,
  layer: RasterLayerSpecification,
  before: string | undefined,
  density: DensityImage | null,
): void {
  const former = map.getSource<ImageSource>(layer.source)
  if (!density || density.topPerSquareKilometer === 0) {
    if (map.getLayer(layer.id)) map.removeLayer(layer.id)
    if (former) map.removeSource(layer.source)
    return
  }
  if (former && applied.get(former) === density) return
  const coordinates = toCoordinates(density.corners)
  // A source that stays lets the map keep all else as it is: no name is placed again.
  const source = former ?? addSource(map, layer, before, coordinates)
  const { columns, rows } = density.grid
  source?.updateImage({ image: new ImageData(density.pixels, columns, rows), coordinates })
  if (source) applied.set(source, density)
}

function addSource(
  map: MapLibreMap,
  layer: RasterLayerSpecification,
  before: string | undefined,
  coordinates: Coordinates,
): ImageSource | undefined {
  map.addSource(layer.source, { type: 'image', coordinates })
  map.addLayer(layer, before)
  return map.getSource<ImageSource>(layer.source)
}

function toCoordinates(corners: DensityImage['corners']): Coordinates {
  const [northWest = [0, 0], northEast = [0, 0], southEast = [0, 0], southWest = [0, 0]] = corners.map(
    ([lng = 0, lat = 0]): [number, number] => [lng, lat],
  )
  return [northWest, northEast, southEast, southWest]
}
