/** Draws the marks that a style names, at the screen's own resolution, when the map asks for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Donut, paintDonut, shapeDonut } from '#lib/style/donut.ts'
import { parseImageName } from '#lib/style/icon-ids.ts'
import { formatIcon, type IconDrawing } from '#lib/style/icons.ts'

/** Small marks are drawn at twice the CSS size at least, so that edges stay sharp. */
const MIN_PIXEL_RATIO = 2

export function drawMissingImages(map: MapLibreMap): void {
  const screenRatio = Math.ceil(window.devicePixelRatio)
  map.setMissingStyleImageResolver(async (name) => {
    const parsed = parseImageName(name)
    if (!parsed) return
    const { icon, theme } = parsed
    const add = (image: ImageData, pixelRatio: number) => {
      if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio })
    }
    // Donuts are many, each another, and copied again for each tile: as many pixels as the screen has are enough.
    if ('counts' in icon)
      add(drawDonut(shapeDonut(icon.counts, icon.type === 'stack', theme), screenRatio), screenRatio)
    else {
      const pixelRatio = Math.max(MIN_PIXEL_RATIO, screenRatio)
      add(await drawIcon(formatIcon(icon, theme), pixelRatio), pixelRatio)
    }
  })
}

function drawDonut(donut: Donut, pixelRatio: number): ImageData {
  return rasterize(donut.sizePixels * pixelRatio, (context, side) => {
    context.translate(side / 2, side / 2)
    context.scale(pixelRatio, pixelRatio)
    paintDonut(context, donut)
  })
}

async function drawIcon({ svg, sizePixels }: IconDrawing, pixelRatio: number): Promise<ImageData> {
  const image = new Image(sizePixels * pixelRatio, sizePixels * pixelRatio)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  return rasterize(image.width, (context, side) => context.drawImage(image, 0, 0, side, side))
}

function rasterize(
  side: number,
  paint: (context: CanvasRenderingContext2D, side: number) => void,
): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  // Kept in memory: reading each of many marks back from a graphics card takes longer than drawing it.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser draws no images.')
  paint(context, side)
  return context.getImageData(0, 0, side, side)
}
