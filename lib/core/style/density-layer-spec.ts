/** How a density lies on a map: an image of cells, smoothed between them. */
import type { RasterLayerSpecification } from '@maplibre/maplibre-gl-style-spec'

/** Id of the layer and of the source that the map fills. */
export const DENSITY_LAYER = 'density'

/** To stand beneath the ground's labels. */
export const densityLayer: RasterLayerSpecification = {
  id: DENSITY_LAYER,
  type: 'raster',
  source: DENSITY_LAYER,
  paint: { 'raster-fade-duration': 0, 'raster-resampling': 'linear' },
}
