/** Lays what the map shows, with its sources, on the page for printing: the drawing of WebGL is gone once it has been shown. */
import type { Map as MapLibreMap } from 'maplibre-gl'

/** `above` lie over the map's own canvas, in its size. */
export function offerPrint(map: MapLibreMap, above: readonly HTMLCanvasElement[], signal: AbortSignal): void {
  let figure: HTMLElement | null = null
  const remove = () => figure?.remove()
  const apply = () => {
    remove()
    figure = drawFigure(map, above)
    map.getContainer().parentElement?.append(figure)
  }
  window.addEventListener('beforeprint', apply, { signal })
  window.addEventListener('afterprint', remove, { signal })
  signal.addEventListener('abort', remove)
}

/** A canvas of the page's own: unlike an image it needs no decoding, for which printing does not wait. */
function drawFigure(map: MapLibreMap, above: readonly HTMLCanvasElement[]): HTMLElement {
  map.redraw()
  const drawn = map.getCanvas()
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  const context = canvas.getContext('2d')
  for (const layer of [drawn, ...above]) context?.drawImage(layer, 0, 0)
  const caption = document.createElement('figcaption')
  caption.textContent = map.getContainer().querySelector('.maplibregl-ctrl-attrib-inner')?.textContent ?? ''
  const figure = document.createElement('figure')
  figure.className = 'map-print'
  figure.append(canvas, caption)
  return figure
}
