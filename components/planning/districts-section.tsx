/** The same facts by district: a table, each row with a way into the comparison, and the whole as CSV. */
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import { MAX_COMPARED } from '#lib/domain/planning-view.ts'
import { usePlanning } from '#lib/store/planning-store.ts'
import { listDistricts, type Subject } from '#lib/store/planning-subjects.ts'
import { type FactRow, useFactText } from './fact-text.ts'
import { SectionHead } from './section-head.tsx'

const ROWS = [
  'businesses',
  'density',
  'mixture',
  'vacantSpaces',
  'vacantSquareMeters',
  'station',
] as const satisfies readonly FactRow[]

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
          <Download aria-hidden className="size-4" />
          {t('districts.csv')}
        </a>
      </div>
      {subjects.length === 0 ? (
        <p className="mt-4">{t('legend.noDistricts')}</p>
      ) : (
        <ScrollRegion labelledBy="districts-table" className="mt-5 rounded-2xl border border-line bg-sheet">
          <table className="w-full min-w-2xl border-collapse text-sm">
            <caption id="districts-table" className="sr-only">
              {t('districts.table')}
            </caption>
            <thead>
              <tr>
                <th scope="col" className="px-4 py-3 text-left font-semibold text-muted">
                  {t('districts.district')}
                </th>
                {ROWS.map((row) => (
                  <th key={row} scope="col" className="px-3 py-3 text-left font-semibold text-muted">
                    {t(`facts.labels.${row}`)}
                  </th>
                ))}
                <th scope="col" className="px-3 py-3 text-left font-semibold text-muted">
                  {t('areas.compare')}
                </th>
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
  const isFull = usePlanning((state) => state.view.compared.length >= MAX_COMPARED)
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="px-4 py-2 text-left font-semibold">
        {name}
      </th>
      {ROWS.map((row) => {
        const { value, note } = toText(row, facts)
        return (
          <td key={row} className="min-w-32 px-3 py-2 tabular-nums leading-snug">
            {value}
            {note && <span className="block text-muted text-xs">{note}</span>}
          </td>
        )
      })}
      <td className="px-3 py-1">
        <input
          type="checkbox"
          aria-label={t('districts.compare', { name })}
          className="size-6 cursor-pointer accent-seedling disabled:cursor-default"
          checked={isCompared}
          disabled={isFull && !isCompared}
          onChange={(event) => usePlanning.getState().compare(key, event.target.checked)}
        />
      </td>
    </tr>
  )
}
