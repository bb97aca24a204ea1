/** An entry's mark in panels: glyph on its colour. Decorative: the words always stand beside it. */
import { LineIcon } from '#components/ui/line-icon.tsx'
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { SpaceUse } from '#lib/core/domain/entry.ts'
import { DISCIPLINE_NODES, SPACE_NODES } from '#lib/core/style/glyphs.ts'

type Props = { discipline: Discipline; use?: undefined } | { use: SpaceUse; discipline?: undefined }

export function EntryGlyph({ discipline, use, large = false }: Props & { large?: boolean }) {
  const shapes = discipline ? DISCIPLINE_NODES[discipline] : SPACE_NODES[use]
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center print-color-exact forced-colors:border ${large ? 'size-8.5 rounded-lg' : 'size-6 rounded-md'}`}
      style={{
        background: discipline ? `var(--discipline-${discipline})` : 'var(--ink)',
        color: discipline ? 'var(--discipline-glyph)' : 'var(--sheet)',
      }}
    >
      <LineIcon of={shapes} className={large ? 'size-5' : 'size-4'} />
    </span>
  )
}
