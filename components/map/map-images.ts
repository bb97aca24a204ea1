/** Draws icons from their SVG; those that a style names, when the map asks for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { parseImageName, ROOM } from '#lib/core/style/icon-ids.ts'
import { formatIcon, type IconDrawing } from '#lib/core/style/icons.ts'

/** Drawn at twice the CSS size at least, so that edges stay sharp. */
const MIN_PIXEL_RATIO = 2

export function drawMissingImages(map: MapLibreMap): void {
  const pixelRatio = Math.max(MIN_PIXEL_RATIO, Math.ceil(window.devicePixelRatio))
  const side = 2 * ROOM.radiusPixels
  map.addImage(ROOM.image, new ImageData(side, side))
  map.setMissingStyleImageResolver(async (name) => {
    const parsed = parseImageName(name)
    if (!parsed) return
    const canvas = await drawIcon(formatIcon(parsed.icon, parsed.theme), pixelRatio)
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    if (pixels && !map.hasImage(name)) map.addImage(name, pixels, { pixelRatio })
  })
}

/** As wide as the drawing times the ratio. */
export async function drawIcon(
  { svg, sizePixels }: IconDrawing,
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const { canvas, context } = createPicture(sizePixels * pixelRatio)
  const image = new Image(canvas.width, canvas.height)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** An empty square to draw on. */
export function createPicture(sidePixels: number): {
  canvas: HTMLCanvasElement
  context: CanvasRenderingContext2D
} {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(sidePixels)
  // Kept in memory: of hundreds of small pictures the way to a graphics card and back takes longer than the drawing.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser draws no images.')
  return { canvas, context }
}
