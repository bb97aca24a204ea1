/** Draws the marks that a style names, at the screen's own resolution, when the map asks for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { formatImage } from '#lib/style/icons.ts'

/** Small marks are drawn at twice the CSS size at least, so that edges stay sharp. */
const MIN_PIXEL_RATIO = 2
/** From this size on they are many, each another, and copied again for each tile: as many pixels as the screen has are enough. */
const LARGE_PIXELS = 40

export function drawMissingImages(map: MapLibreMap): void {
  const screenRatio = Math.ceil(window.devicePixelRatio)
  map.setMissingStyleImageResolver(async (name) => {
    const drawing = formatImage(name)
    if (!drawing) return
    const pixelRatio =
      drawing.sizePixels < LARGE_PIXELS ? Math.max(MIN_PIXEL_RATIO, screenRatio) : screenRatio
    const sidePixels = drawing.sizePixels * pixelRatio
    const image = new Image(sidePixels, sidePixels)
    image.src = `data:image/svg+xml,${encodeURIComponent(drawing.svg)}`
    await image.decode()
    if (!map.hasImage(name)) map.addImage(name, rasterize(image, sidePixels), { pixelRatio })
  })
}

function rasterize(image: HTMLImageElement, sidePixels: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = sidePixels
  canvas.height = sidePixels
  // Kept in memory: reading each of many marks back from a graphics card takes longer than drawing it.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser draws no images.')
  context.drawImage(image, 0, 0, sidePixels, sidePixels)
  return context.getImageData(0, 0, sidePixels, sidePixels)
}
