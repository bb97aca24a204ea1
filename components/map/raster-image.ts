/** Draws a mark's SVG into pixels for the map, at twice the size for sharp screens. */
import { formatImage } from '#lib/style/icons.ts'

const PIXEL_RATIO = 2

/** The image by its name, or null when the name says nothing. */
export async function rasterImage(name: string): Promise<{ image: ImageData; pixelRatio: number } | null> {
  const drawing = formatImage(name)
  if (!drawing) return null
  const size = Math.ceil(drawing.sizePixels * PIXEL_RATIO)
  const picture = new Image(size, size)
  picture.src = `data:image/svg+xml,${encodeURIComponent(drawing.svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(picture, 0, 0, size, size)
  return { image: context.getImageData(0, 0, size, size), pixelRatio: PIXEL_RATIO }
}
