/** Draws the marks that a style names, at the screen's own resolution, when the map asks for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { formatImage } from '#lib/style/icons.ts'

/** Twice the CSS size at least, so that edges stay sharp. */
const MIN_PIXEL_RATIO = 2

export function drawMissingImages(map: MapLibreMap): void {
  const pixelRatio = Math.max(MIN_PIXEL_RATIO, Math.ceil(window.devicePixelRatio))
  map.setMissingStyleImageResolver(async (name) => {
    const drawing = formatImage(name)
    if (!drawing) return
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
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no images.')
  context.drawImage(image, 0, 0, sidePixels, sidePixels)
  return context.getImageData(0, 0, sidePixels, sidePixels)
}
