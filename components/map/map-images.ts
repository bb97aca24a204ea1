/** Draws icons from their SVG; those that a style names, when the map asks for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { parseImageName, ROOM } from '#lib/style/icon-ids.ts'
import { formatIcon, type IconDrawing } from '#lib/style/icons.ts'

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

/** A canvas as wide as the drawing times the ratio. */
export async function drawIcon(
  { svg, sizePixels }: IconDrawing,
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const side = Math.round(sizePixels * pixelRatio)
  const image = new Image(side, side)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no images.')
  context.drawImage(image, 0, 0, side, side)
  return canvas
}
