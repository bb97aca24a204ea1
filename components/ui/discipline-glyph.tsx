/** A discipline's mark in panels: its glyph on its colour. Decorative: the name always stands beside it. */
import {
  BookOpen,
  Clapperboard,
  Drama,
  Gamepad2,
  Landmark,
  type LucideIcon,
  Megaphone,
  Music,
  Newspaper,
  Palette,
  PenTool,
  Radio,
  Sparkles,
  Store,
} from 'lucide-react'
import type { Discipline } from '#lib/domain/discipline.ts'

const GLYPHS: Record<Discipline, LucideIcon> = {
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

/** `discipline` undefined shows the mark of a space. */
export function DisciplineGlyph({ discipline }: { discipline: Discipline | undefined }) {
  const Glyph = discipline ? GLYPHS[discipline] : Store
  return (
    <span
      aria-hidden
      className="grid size-6 shrink-0 place-items-center rounded-md text-discipline-glyph forced-colors:border"
      style={{ background: discipline ? `var(--discipline-${discipline})` : 'var(--ink)' }}
    >
      <Glyph className="size-4" color={discipline ? 'var(--discipline-glyph)' : 'var(--sheet)'} />
    </span>
  )
}
