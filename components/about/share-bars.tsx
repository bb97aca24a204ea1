/** Counts per discipline or use as bars beside their numbers. */
import { useFormatter, useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import type { RegisterSummary } from '#lib/core/domain/register-summary.ts'

export function DisciplineBars({ rows }: { rows: RegisterSummary['byDiscipline'] }) {
  const t = useTranslations('disciplines')
  const most = Math.max(...rows.map(({ entries }) => entries))
  return (
    <ul className="space-y-2">
      {rows.map(({ discipline, entries }) => (
        <Bar
          key={discipline}
          glyph={<EntryGlyph discipline={discipline} />}
          name={t(discipline)}
          count={entries}
          share={entries / most}
          color={`var(--discipline-${discipline})`}
        />
      ))}
    </ul>
  )
}

export function UseBars({ rows }: { rows: RegisterSummary['byUse'] }) {
  const t = useTranslations('uses')
  const most = Math.max(...rows.map(({ entries }) => entries))
  return (
    <ul className="space-y-2">
      {rows.map(({ use, entries }) => (
        <Bar
          key={use}
          glyph={<EntryGlyph use={use} />}
          name={t(use)}
          count={entries}
          share={entries / most}
          color="var(--ink)"
        />
      ))}
    </ul>
  )
}

type BarProps = { glyph: React.ReactNode; name: string; count: number; share: number; color: string }

function Bar({ glyph, name, count, share, color }: BarProps) {
  const format = useFormatter()
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3">
      {glyph}
      <div className="min-w-0">
        <p className="leading-tight">{name}</p>
        <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-line">
          <div
            className="h-full rounded-full forced-colors:bg-[CanvasText]"
            style={{ width: `${share * 100}%`, background: color }}
          />
        </div>
      </div>
      <span className="min-w-8 text-right font-semibold tabular-nums">{format.number(count)}</span>
    </li>
  )
}
