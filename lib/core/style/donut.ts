/** The shapes of a donut, from the ground up; as SVG they stand in documents, as canvas strokes on the map, where hundreds change at once. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { donutRadiusPixels, EDGE_PIXELS, STACK_EDGE_PIXELS } from './icon-ids.ts'
import { DISCIPLINE_COLORS } from './palette.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** A filled disc around the middle, moved down by `downPixels`. */
type Disc = { radius: number; color: string; opacity: number; downPixels: number }

/** Part of a ring around the middle; `start` and `end` are shares of a turn, clockwise from the top. */
type Arc = { radius: number; width: number; color: string; start: number; end: number }

export type Donut = { sizePixels: number; discs: Disc[]; arcs: Arc[] }

/** What surrounds the edge of a mark: the strength of its shadow by theme. */
export const SHADOW_OPACITY = { light: 0.1, dark: 0.3 } as const satisfies Record<Theme, number>

/** One arc per discipline that is there, of its share; entries at one place have a second line around them. */
export function shapeDonut(counts: readonly number[], isOnePlace: boolean, theme: Theme): Donut {
  const { sheet, muted } = TOKENS[theme]
  const total = counts.reduce((sum, count) => sum + count, 0)
  const outer = donutRadiusPixels(total, isOnePlace)
  const edge = outer + (isOnePlace ? STACK_EDGE_PIXELS : EDGE_PIXELS)
  const width = Math.max(5, outer * 0.3)
  const shadow = (grow: number) => ({
    radius: edge + grow,
    color: '#000',
    opacity: SHADOW_OPACITY[theme],
    downPixels: 1,
  })
  const arcs: Arc[] = isOnePlace ? [{ radius: outer + 3, width: 1.5, color: muted, start: 0, end: 1 }] : []
  let before = 0
  for (const [part, code] of DISCIPLINES.entries()) {
    const count = counts[part] ?? 0
    const color = DISCIPLINE_COLORS[theme][code]
    const [start, end] = [before / total, (before + count) / total]
    if (count > 0) arcs.push({ radius: outer - width / 2, width, color, start, end })
    before += count
  }
  const discs = [shadow(0.5), shadow(1.5), { radius: edge, color: sheet, opacity: 1, downPixels: 0 }]
  return { sizePixels: 2 * (edge + 3), discs, arcs }
}

export function formatDonut({ discs, arcs }: Donut): string {
  const ground = discs.map(
    ({ radius, color, opacity, downPixels }) =>
      `<circle r="${radius}" cy="${downPixels}" fill="${color}" fill-opacity="${opacity}"/>`,
  )
  const ring = arcs.map(({ radius, width, color, start, end }) => {
    const dash = `pathLength="1" stroke-dasharray="${end - start} ${1 - end + start}" stroke-dashoffset="${-start}"`
    return `<circle r="${radius}" ${dash} stroke="${color}" stroke-width="${width}"/>`
  })
  return `${ground.join('')}<g fill="none" transform="rotate(-90)">${ring.join('')}</g>`
}

/** Draws around the context's origin, in CSS pixels. */
export function paintDonut(
  context: Pick<
    CanvasRenderingContext2D,
    'arc' | 'beginPath' | 'fill' | 'fillStyle' | 'globalAlpha' | 'lineWidth' | 'stroke' | 'strokeStyle'
  >,
  { discs, arcs }: Donut,
): void {
  for (const { radius, color, opacity, downPixels } of discs) {
    context.globalAlpha = opacity
    context.fillStyle = color
    context.beginPath()
    context.arc(0, downPixels, radius, 0, 2 * Math.PI)
    context.fill()
  }
  context.globalAlpha = 1
  for (const { radius, width, color, start, end } of arcs) {
    context.strokeStyle = color
    context.lineWidth = width
    context.beginPath()
    context.arc(0, 0, radius, (start - 0.25) * 2 * Math.PI, (end - 0.25) * 2 * Math.PI)
    context.stroke()
  }
}
