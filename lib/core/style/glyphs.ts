/** Glyphs of the Lucide set as SVG text, for marks that are drawn on the map and not by React. */
import {
  AppWindow,
  BookOpen,
  BriefcaseBusiness,
  Clapperboard,
  Drama,
  Gamepad2,
  Hammer,
  type IconNode,
  LampDesk,
  Landmark,
  LandPlot,
  Megaphone,
  MicVocal,
  Music,
  Newspaper,
  Paintbrush,
  Palette,
  PenTool,
  Radio,
  Sparkles,
  Store,
  Warehouse,
} from 'lucide'
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { SpaceUse } from '#lib/core/domain/entry.ts'

/** Each discipline's glyph as shapes in a box of 24. */
export const DISCIPLINE_NODES: Readonly<Record<Discipline, IconNode>> = {
  music: Music,
  books: BookOpen,
  art: Palette,
  film: Clapperboard,
  broadcasting: Radio,
  'performing-arts': Drama,
  design: PenTool,
  architecture: Landmark,
  press: Newspaper,
  advertising: Megaphone,
  'software-games': Gamepad2,
  other: Sparkles,
}

/** Each use's glyph as shapes in a box of 24. */
export const SPACE_NODES: Readonly<Record<SpaceUse, IconNode>> = {
  shop: Store,
  office: BriefcaseBusiness,
  studio: Paintbrush,
  workshop: Hammer,
  hall: Warehouse,
  rehearsal: MicVocal,
  window: AppWindow,
  plot: LandPlot,
  desk: LampDesk,
}

/** A discipline's glyph as an SVG group of the size given in pixels, centred on the origin. */
export function formatDisciplineGlyph(discipline: Discipline, sizePixels: number, color: string): string {
  return formatNodes(DISCIPLINE_NODES[discipline], sizePixels, color)
}

/** A space's glyph as an SVG group of the size given in pixels, centred on the origin. */
export function formatSpaceGlyph(use: SpaceUse, sizePixels: number, color: string): string {
  return formatNodes(SPACE_NODES[use], sizePixels, color)
}

/** Lucide draws in a box of 24 with strokes of 2. */
function formatNodes(nodes: IconNode, sizePixels: number, color: string): string {
  const shapes = nodes.map(([tag, attributes]) => {
    const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
    return `<${tag}${text.join('')}/>`
  })
  const style = `fill="none" stroke="${color}" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"`
  return `<g transform="scale(${sizePixels / 24}) translate(-12 -12)" ${style}>${shapes.join('')}</g>`
}
