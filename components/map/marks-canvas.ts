/**
 * The canvas above the map on which all marks stand. Hundreds of donuts change with every filter; as images of the map each would be copied
 * once per tile and drawn by way of its worker. Here they are painted in the map's own frames, and a filter needs no frame of the map.
 */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Donut, paintDonut, shapeDonut } from '#lib/style/donut.ts'
import type { Icon } from '#lib/style/icon-ids.ts'
import { formatIcon } from '#lib/style/icons.ts'
import { FACES, type Theme, TOKENS } from '#lib/style/tokens.ts'
import { drawIcon } from './map-images.ts'
import type { Work } from './map-state.ts'

export type Ring = { radiusPixels: number }

export type Mark = {
  lng: number
  lat: number
  shape: Icon | Ring
  label?: { text: string; sizePixels: number; color: 'ink' | 'sheet' | 'on-seedling' }
}

/** From the ground up. */
const LAYERS = ['selection', 'entries', 'letters'] as const

export type MarksCanvas = {
  canvas: HTMLCanvasElement
  /** Replaces what a layer shows, from the next frame on. */
  show(layer: (typeof LAYERS)[number], marks: readonly Mark[]): void
  setTheme(theme: Theme): void
}

/** The largest mark reaches this far. */
const REACH_PIXELS = 48

export function createMarksCanvas(map: MapLibreMap, work: Work, signal: AbortSignal): MarksCanvas {
  const canvas = document.createElement('canvas')
  canvas.className = 'map-marks'
  canvas.ariaHidden = 'true'
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no marks.')
  map.getCanvas().after(canvas)
  const shown = new Map<string, readonly Mark[]>()
  const pictures = createPictures(work, ask)
  let theme: Theme = 'light'
  let donuts = new WeakMap<Mark, Donut>()
  let asked = 0

  function ask(): void {
    asked ||= requestAnimationFrame(paint)
  }

  function paint(): void {
    cancelAnimationFrame(asked)
    asked = 0
    if (!context) return
    const { width, height, clientWidth } = map.getCanvas()
    // Its size is set only where it changed: setting it clears and allocates.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    const ratio = width / clientWidth
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    for (const layer of LAYERS)
      for (const mark of shown.get(layer) ?? []) {
        const { x, y } = map.project([mark.lng, mark.lat])
        const isOutside =
          x < -REACH_PIXELS ||
          y < -REACH_PIXELS ||
          x * ratio > width + REACH_PIXELS * ratio ||
          y * ratio > height + REACH_PIXELS * ratio
        if (isOutside) continue
        context.setTransform(ratio, 0, 0, ratio, Math.round(x * ratio), Math.round(y * ratio))
        paintMark(context, mark, ratio)
      }
  }

  function paintMark(at: CanvasRenderingContext2D, mark: Mark, ratio: number): void {
    const { shape, label } = mark
    if ('radiusPixels' in shape) paintRing(at, shape, theme)
    else if ('counts' in shape) {
      const donut = donuts.get(mark) ?? shapeDonut(shape.counts, shape.type === 'stack', theme)
      donuts.set(mark, donut)
      paintDonut(at, donut)
    } else {
      const picture = pictures.get(shape, theme, ratio)
      const side = picture && picture.width / ratio
      if (side) at.drawImage(picture, -side / 2, -side / 2, side, side)
    }
    if (!label) return
    at.font = `700 ${label.sizePixels}px "${FACES.display}"`
    at.textAlign = 'center'
    at.fillStyle = TOKENS[theme][label.color]
    // Digits and capitals are about 0.7 of their size high.
    at.fillText(label.text, 0, label.sizePixels * 0.35)
  }

  map.on('render', paint)
  signal.addEventListener('abort', () => cancelAnimationFrame(asked))
  return {
    canvas,
    show: (layer, marks) => {
      shown.set(layer, marks)
      ask()
    },
    setTheme: (next) => {
      theme = next
      donuts = new WeakMap()
      ask()
    },
  }
}

function paintRing(context: CanvasRenderingContext2D, { radiusPixels }: Ring, theme: Theme): void {
  const { sheet, seedling } = TOKENS[theme]
  const disc = (radius: number, color: string, opacity: number) => {
    context.globalAlpha = opacity
    context.fillStyle = color
    context.beginPath()
    context.arc(0, 0, radius, 0, 2 * Math.PI)
    context.fill()
  }
  disc(radiusPixels + 9, seedling, 0.22)
  disc(radiusPixels + 4, seedling, 1)
  disc(radiusPixels + 1, sheet, 1)
}

/** Single marks are few and alike: each is drawn once per theme and resolution, and is there a moment later. */
function createPictures(work: Work, onDrawn: () => void) {
  const drawn = new Map<string, HTMLCanvasElement | null>()
  return {
    get: (icon: Icon, theme: Theme, ratio: number): HTMLCanvasElement | null => {
      const key = [ratio, theme, ...Object.values(icon)].join(' ')
      const known = drawn.get(key)
      if (known !== undefined) return known
      drawn.set(key, null)
      const finish = drawIcon(formatIcon(icon, theme), ratio).then((picture) => {
        drawn.set(key, picture)
        onDrawn()
      })
      void work.track(finish)
      return null
    },
  }
}
