/** The same facts by district, with their sources: a table, each row with a way into the comparison, and the whole as CSV. */
import { Download } from 'lucide'
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { SectionHead } from '#components/planning/section-head.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { isComparisonFull, listDistricts } from '#lib/client/store/planning-subjects.ts'
import { ROW_HEAD } from './compared-head.tsx'
import { FACT_ROWS, FACT_SOURCES, useFactText } from './fact-text.ts'

export function DistrictsSection() {
  const t = useTranslations('planning')
  const [districts, loaded] = usePlanning(useShallow((state) => [state.districts, state.loaded]))
  const subjects = listDistricts({ districts, loaded })
  return (
    <section aria-labelledby="districts" className="max-w-5xl print:hidden">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <SectionHead id="districts" title={t('sections.districts')} lead={t('districts.lead')} />
        </div>
        <a
          href="/api/v1/districts.csv"
          className="inline-flex min-h-10 items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold text-sm hover:bg-paper"
        >
          <LineIcon of={Download} className="size-4" />
          {t('districts.csv')}
        </a>
      </div>
      {subjects.length === 0 ? (
        <p className="mt-4">{t('legend.noDistricts')}</p>
      ) : (
        <ScrollRegion labelledBy="districts-table" className="mt-5 rounded-2xl border border-line bg-sheet">
          <table className="w-full border-collapse text-sm">
            <caption id="districts-table" className="sr-only">
              {t('districts.table')}
            </caption>
            <thead>
              <tr>
                <th scope="col" className={`${ROW_HEAD} py-3 align-top font-semibold text-muted`}>
                  {t('districts.district')}
                </th>
                {FACT_ROWS.map((row) => (
                  <th
                    key={row}
                    scope="col"
                    className="whitespace-nowrap px-3 py-3 text-left align-top font-semibold text-muted leading-snug"
                  >
                    {t(`facts.labels.${row}`)}
                    <span className="block font-normal text-xs">{t(`sources.${FACT_SOURCES[row]}`)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {subjects.map((subject) => (
                <Row key={subject.key} subject={subject} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}

function Row({ subject: { key, name, facts } }: { subject: Subject }) {
  const t = useTranslations('planning')
  const toText = useFactText()
  const isCompared = usePlanning((state) => state.view.compared.includes(key))
  const isFull = usePlanning(isComparisonFull)
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className={`${ROW_HEAD} font-semibold`}>
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5 py-1 leading-tight has-disabled:cursor-default">
          <input
            type="checkbox"
            aria-label={t('districts.compare', { name })}
            className="size-5 shrink-0 accent-seedling"
            checked={isCompared}
            disabled={isFull && !isCompared}
            onChange={(event) => usePlanning.getState().compare(key, event.target.checked)}
          />
          {name}
        </label>
      </th>
      {FACT_ROWS.map((row) => {
        const { value, note } = toText(row, facts)
        return (
          <td key={row} className="min-w-28 whitespace-nowrap px-3 py-2 tabular-nums leading-snug">
            {value}
            {note && <span className="block text-muted text-xs">{note}</span>}
          </td>
        )
      })}
    </tr>
  )
}
