/**
 * The canvas above the map on which all marks stand. Hundreds of donuts change with every filter; as images of the map each would be copied
 * once per tile and drawn by way of its worker. Here they are painted in the map's own frames, and a filter needs no frame of the map.
 */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createPicture, drawIcon } from '#components/map/map-images.ts'
import type { Work } from '#components/map/map-state.ts'
import { readTheme } from '#lib/client/store/system-theme.ts'
import { type Donut, paintDonut, shapeDonut } from '#lib/core/style/donut.ts'
import type { Icon } from '#lib/core/style/icon-ids.ts'
import { formatIcon } from '#lib/core/style/icons.ts'
import { FACES, type Theme, TOKENS } from '#lib/core/style/tokens.ts'

type DonutIcon = Extract<Icon, { counts: unknown }>

type Ring = { radiusPixels: number }

/** A look that is the same object as before is not drawn again. */
export type Look = {
  shape: Icon | Ring
  label?: { text: string; sizePixels: number; color: 'ink' | 'sheet' | 'on-seedling' }
}

export type CanvasMark = { lng: number; lat: number; look: Look }

/** From the ground up. */
const LAYERS = ['selection', 'entries', 'letters'] as const

export type MarksCanvas = {
  canvas: HTMLCanvasElement
  /** Replaces what a layer shows, from the next frame on. */
  show(layer: (typeof LAYERS)[number], marks: readonly CanvasMark[]): void
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
  const shown = new Map<string, readonly CanvasMark[]>()
  const pictures = createPictures(work, ask)
  let theme = readTheme()
  let donuts = new WeakMap<Look, HTMLCanvasElement>()
  let ratio = 1
  let asked = 0
  let painted = ''

  function ask(): void {
    asked ||= requestAnimationFrame(() => paint(false))
  }

  function paint(isMoving: boolean): void {
    cancelAnimationFrame(asked)
    asked = 0
    if (!context) return
    const { width, height, clientWidth } = map.getCanvas()
    painted = viewOf(map)
    // Its size is set only where it changed: setting it clears and allocates.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    if (ratio !== width / clientWidth) {
      ratio = width / clientWidth
      donuts = new WeakMap()
    }
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
        paintLook(context, mark.look, isMoving)
      }
  }

  function paintLook(at: CanvasRenderingContext2D, look: Look, isMoving: boolean): void {
    const { shape, label } = look
    if ('radiusPixels' in shape) paintRing(at, shape, theme)
    else if ('counts' in shape && !isMoving) paintDonut(at, toDonut(shape, theme))
    else {
      const picture = 'counts' in shape ? donutOf(look, shape) : pictures.get(shape, theme, ratio)
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

  /** A movement paints each donut in every frame, and so from a picture; a filter paints it once, where it stands. */
  function donutOf(look: Look, shape: DonutIcon): HTMLCanvasElement {
    const known = donuts.get(look)
    if (known) return known
    const donut = toDonut(shape, theme)
    // Even, so that its middle falls between two pixels, as that of a mark does.
    const picture = createPicture(2 * Math.ceil((donut.sizePixels * ratio) / 2))
    picture.context.setTransform(ratio, 0, 0, ratio, picture.canvas.width / 2, picture.canvas.height / 2)
    paintDonut(picture.context, donut)
    donuts.set(look, picture.canvas)
    return picture.canvas
  }

  // In the very frame in which the map moves; while it only loads, the marks stay as they are.
  map.on('render', () => viewOf(map) !== painted && paint(true))
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

function toDonut({ counts, type }: DonutIcon, theme: Theme): Donut {
  return shapeDonut(counts, type === 'stack', theme)
}

function viewOf(map: MapLibreMap): string {
  const { lng, lat } = map.getCenter()
  const { width, height } = map.getCanvas()
  return [lng, lat, map.getZoom(), width, height].join(' ')
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
