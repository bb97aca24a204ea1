/**
 * The marks on the map as SVG text, drawn from an icon and a theme alone: circles for businesses, rounded squares
 * for spaces, tabs for desks, donuts for clusters. Filled is verified, outlined is not.
 */
import type { SpaceState } from '#lib/core/domain/entry.ts'
import { formatDonut, SHADOW_OPACITY, shapeDonut } from './donut.ts'
import { formatDisciplineGlyph, formatSpaceGlyph } from './glyphs.ts'
import { CORNER_SHARE, EDGE_PIXELS, type Icon, STACK_EDGE_PIXELS, spacesHalfPixels } from './icon-ids.ts'
import { DISCIPLINE_COLORS, DISCIPLINE_GLYPH_COLOR } from './palette.ts'
import { MAP_TOKENS, type Theme, TOKENS } from './tokens.ts'

/** A square drawing with the mark in its middle; the side is in CSS pixels. */
export type IconDrawing = { svg: string; sizePixels: number }

/** Draws a mark. */
export function formatIcon(icon: Icon, theme: Theme): IconDrawing {
  if (icon.type === 'business') return drawBusiness(icon, theme)
  if (icon.type === 'space') return drawSpace(icon, theme)
  if (icon.type === 'shield') return drawShield(theme)
  if (icon.type === 'station') return drawStation(theme)
  if (icon.type === 'group') return drawGroup(theme)
  if ('count' in icon) return drawSpaces(icon, theme)
  return drawDonut(icon, theme)
}

function frame(sizePixels: number, shapes: string): IconDrawing {
  const half = sizePixels / 2
  const box = `viewBox="${-half} ${-half} ${sizePixels} ${sizePixels}" width="${sizePixels}" height="${sizePixels}"`
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${shapes}</svg>`, sizePixels }
}

function shadow(theme: Theme, shape: (grow: number) => string): string {
  return `<g fill="#000" fill-opacity="${SHADOW_OPACITY[theme]}" transform="translate(0 1)">${shape(0.5)}${shape(1.5)}</g>`
}

function drawBusiness({ discipline, verified }: Icon & { type: 'business' }, theme: Theme): IconDrawing {
  const color = DISCIPLINE_COLORS[theme][discipline]
  const { sheet } = TOKENS[theme]
  const disc = (radius: number, attributes: string) => `<circle r="${radius}" ${attributes}/>`
  const mark = verified
    ? disc(12.5, `fill="${color}"`)
    : disc(11.5, `fill="${sheet}" stroke="${color}" stroke-width="2.25"`)
  const glyph = formatDisciplineGlyph(discipline, 15, verified ? DISCIPLINE_GLYPH_COLOR[theme] : color)
  return frame(
    34,
    shadow(theme, (grow) => disc(14.5 + grow, '')) + disc(14.5, `fill="${sheet}"`) + mark + glyph,
  )
}

const AVAILABLE: ReadonlySet<SpaceState> = new Set(['verified', 'offered'])

function drawSpace({ use, state }: Icon & { type: 'space' }, theme: Theme): IconDrawing {
  const { ink, muted, sheet } = TOKENS[theme]
  const reported = state === 'reported'
  const color = reported || AVAILABLE.has(state) ? ink : muted
  const outline = use === 'desk' ? tab : roundedSquare
  const mark = reported
    ? `<path d="${outline(9.9)}" fill="${sheet}" stroke="${color}" stroke-width="2" stroke-dasharray="4 2.6"/>`
    : `<path d="${outline(10.9)}" fill="${color}"/>`
  const halo = shadow(theme, (grow) => `<path d="${outline(12.5 + grow)}"/>`)
  const ground = `<path d="${outline(12.5)}" fill="${sheet}"/>`
  const glyph = formatSpaceGlyph(use, 13.5, reported ? color : sheet)
  return frame(34, halo + ground + mark + glyph + (state === 'offered' ? offer(theme) : ''))
}

/** A dot on the corner of a space that somebody offers; it stays within the disc of a single mark. */
function offer(theme: Theme): string {
  const { sheet, seedling } = TOKENS[theme]
  const at = 'cx="8" cy="-8"'
  return `<circle ${at} r="4.6" fill="${sheet}"/><circle ${at} r="3.4" fill="${seedling}"/>`
}

/** The ground of a group's letter, in the accent, which no entry has. */
function drawGroup(theme: Theme): IconDrawing {
  const { seedling, sheet } = TOKENS[theme]
  const square = (half: number, color: string) => `<path d="${roundedSquare(half)}" fill="${color}"/>`
  const halo = shadow(theme, (grow) => `<path d="${roundedSquare(15 + grow)}"/>`)
  return frame(36, halo + square(15, sheet) + square(13, seedling))
}

function roundedSquare(half: number): string {
  const corner = half * CORNER_SHARE
  const side = 2 * (half - corner)
  const arc = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`
  return [
    `M${-half + corner} ${-half}h${side}`,
    `${arc(corner, corner)}v${side}`,
    `${arc(-corner, corner)}h${-side}`,
    `${arc(-corner, -corner)}v${-side}`,
    `${arc(corner, -corner)}z`,
  ].join('')
}

/** The tab of a card index: round shoulders above, a flat foot that is a little wider. */
function tab(half: number): string {
  const shoulder = half * 0.62
  const foot = half * 0.8
  const slope = half * 0.1
  return [
    `M${-half} ${foot}`,
    `L${-half + slope} ${-half + shoulder}`,
    `Q${-half + slope} ${-half} ${-half + slope + shoulder} ${-half}`,
    `H${half - slope - shoulder}`,
    `Q${half - slope} ${-half} ${half - slope} ${-half + shoulder}`,
    `L${half} ${foot}z`,
  ].join('')
}

/** The count stands on it as text. */
function drawSpaces({ type, count }: Extract<Icon, { count: number }>, theme: Theme): IconDrawing {
  const { sheet, ink, muted } = TOKENS[theme]
  const isOnePlace = type === 'space-stack'
  const half = spacesHalfPixels(count, isOnePlace)
  const edge = isOnePlace ? STACK_EDGE_PIXELS : EDGE_PIXELS
  const square = (halfSide: number, attributes = '') => `<path d="${roundedSquare(halfSide)}" ${attributes}/>`
  const rim = isOnePlace ? square(half + 3, `fill="none" stroke="${muted}" stroke-width="1.5"`) : ''
  return frame(
    2 * (half + edge + 3),
    shadow(theme, (grow) => square(half + edge + grow)) +
      square(half + edge, `fill="${sheet}"`) +
      rim +
      square(half, `fill="${ink}"`),
  )
}

function drawDonut(
  { counts, type }: Extract<Icon, { counts: readonly number[] }>,
  theme: Theme,
): IconDrawing {
  const donut = shapeDonut(counts, type === 'stack', theme)
  return frame(donut.sizePixels, formatDonut(donut))
}

/** The plate is stretched to its text, so it has no more than a plain rounded edge. */
function drawShield(theme: Theme): IconDrawing {
  const { motorway, halo } = MAP_TOKENS[theme]
  const box = 'x="-9" y="-9" width="18" height="18" rx="3.5"'
  return frame(20, `<rect ${box} fill="${motorway}" stroke="${halo}" stroke-width="1.5"/>`)
}

function drawStation(theme: Theme): IconDrawing {
  const { placeLabel, halo } = MAP_TOKENS[theme]
  const square = '<rect x="-5" y="-5" width="10" height="10" rx="2.5"'
  return frame(
    16,
    `${square} fill="${halo}" stroke="${placeLabel}" stroke-width="2"/><circle r="1.8" fill="${placeLabel}"/>`,
  )
}
