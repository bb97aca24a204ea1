/** The disciplines of areas side by side: a bar for the count, and beside it the count and how it stands to the whole city. */
import { useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { COMPARED_TABLE, ComparedHead, ROW_HEAD, toTableWidth } from './compared-head.tsx'

export function DisciplineTable({ subjects }: { subjects: readonly Subject[] }) {
  const t = useTranslations()
  const most = Math.max(1, ...subjects.flatMap(({ facts }) => facts.disciplines.map(({ count }) => count)))
  return (
    <div>
      <h3 id="comparison-disciplines" className="font-bold font-display text-lg">
        {t('planning.disciplines.label')}
      </h3>
      <p className="mt-1 mb-3 max-w-2xl text-muted text-sm">{t('planning.comparison.quotient')}</p>
      <ScrollRegion
        labelledBy="comparison-disciplines"
        className="rounded-2xl border border-line bg-sheet print:overflow-visible"
      >
        <table style={toTableWidth(subjects)} className={`${COMPARED_TABLE} text-sm`}>
          <caption className="sr-only">{t('planning.disciplines.label')}</caption>
          <ComparedHead first={t('planning.disciplines.label')} subjects={subjects} />
          <tbody>
            {DISCIPLINES.map((code, place) => (
              <tr key={code} className="border-line border-t">
                <th scope="row" className={`${ROW_HEAD} py-1.5 font-medium`}>
                  <span className="flex items-center gap-2">
                    <EntryGlyph discipline={code} />
                    {t(`disciplines.${code}`)}
                  </span>
                </th>
                {subjects.map(({ key, facts }) => {
                  const { count = 0, locationQuotient = null } = facts.disciplines[place] ?? {}
                  return (
                    <td key={key} className="px-3 py-1.5">
                      <Bar color={`var(--discipline-${code})`} share={count / most} />
                      <span className="tabular-nums">
                        <span className="font-semibold">{t('planning.facts.number', { value: count })}</span>
                        {count > 0 && locationQuotient !== null && (
                          <span className="text-muted">
                            {' '}
                            · {t('planning.facts.quotient', { value: locationQuotient })}
                          </span>
                        )}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

function Bar({ color, share }: { color: string; share: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="mb-0.5 h-1.5 w-full print-color-exact"
    >
      <rect width="100" height="6" fill="var(--line)" opacity="0.6" />
      <rect width={100 * share} height="6" fill={color} />
    </svg>
  )
}
