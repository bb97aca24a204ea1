/** The facts of areas side by side; each number says what it rests on, each row where it comes from. */
import { useTranslations } from 'next-intl'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import type { SubjectKey } from '#lib/core/view/planning-view.ts'
import { COMPARED_TABLE, ComparedHead, ROW_HEAD, toTableWidth } from './compared-head.tsx'
import { FACT_ROWS, FACT_SOURCES, useFactText } from './fact-text.ts'

type Props = { subjects: readonly Subject[]; onRemove(key: SubjectKey): void }

export function ComparisonTable({ subjects, onRemove }: Props) {
  const t = useTranslations('planning')
  const toText = useFactText()
  return (
    <ScrollRegion
      labelledBy="comparison-facts"
      className="rounded-2xl border border-line bg-sheet print:overflow-visible"
    >
      <table style={toTableWidth(subjects)} className={COMPARED_TABLE}>
        <caption id="comparison-facts" className="sr-only">
          {t('comparison.facts')}
        </caption>
        <ComparedHead first={t('comparison.fact')} subjects={subjects} onRemove={onRemove} />
        <tbody>
          {FACT_ROWS.map((row) => (
            <tr key={row} className="border-line border-t align-top break-inside-avoid">
              <th scope="row" className={`${ROW_HEAD} py-2 font-semibold text-sm leading-snug`}>
                {t(`facts.labels.${row}`)}
                <span className="block font-normal text-muted text-xs">
                  {t(`sources.${FACT_SOURCES[row]}`)}
                </span>
              </th>
              {subjects.map(({ key, facts }) => {
                const { value, note } = toText(row, facts)
                return (
                  <td key={key} className="px-3 py-2 leading-snug tabular-nums">
                    {value}
                    {note && <span className="block text-muted text-xs">{note}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
