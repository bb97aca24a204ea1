/** Up to four areas side by side: facts with what they rest on, disciplines, and the score under the planner's weights. */
import { Printer } from 'lucide'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { isComparisonFull, listSubjects, pickSubjects } from '#lib/client/store/planning-subjects.ts'
import type { SubjectKey } from '#lib/core/view/planning-view.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { DisciplineTable } from './discipline-table.tsx'
import { ScoreTable } from './score-table.tsx'
import { SubjectSelect } from './subject-select.tsx'

export function Comparison() {
  const t = useTranslations('planning.comparison')
  const [found, drawn, districts, loaded, compared] = usePlanning(
    useShallow((state) => [state.found, state.drawn, state.districts, state.loaded, state.view.compared]),
  )
  const subjects = pickSubjects({ found, drawn, districts, loaded }, compared)
  const status = useRef<HTMLParagraphElement>(null)
  const remove = (key: SubjectKey) => {
    usePlanning.getState().compare(key, false)
    // The button goes with its column: anyone who pressed it is led to the sentence that says how many are left.
    status.current?.focus()
  }
  return (
    <section aria-labelledby="comparison" data-compared={subjects.length} className="max-w-5xl">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 id="comparison" className="scroll-mt-20 font-bold font-display text-2xl tracking-tight">
          {t('title')}
        </h2>
        {subjects.length > 0 && (
          <button
            type="button"
            onClick={() => window.print()}
            className="ml-auto inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold text-sm hover:bg-paper print:hidden"
          >
            <LineIcon of={Printer} className="size-4" />
            {t('print')}
          </button>
        )}
      </div>
      <p ref={status} role="status" tabIndex={-1} className="mt-2 scroll-mt-20 text-muted">
        {subjects.length === 0 ? t('empty') : t('count', { count: subjects.length })}
      </p>
      <AddArea />
      {subjects.length > 0 && (
        <div className="mt-6 space-y-10 print:mt-3 print:space-y-6">
          <ComparisonTable subjects={subjects} onRemove={remove} />
          <ScoreTable subjects={subjects} />
          <DisciplineTable subjects={subjects} />
        </div>
      )}
    </section>
  )
}

function AddArea() {
  const t = useTranslations('planning.comparison')
  const [found, drawn, districts, loaded, compared] = usePlanning(
    useShallow((state) => [state.found, state.drawn, state.districts, state.loaded, state.view.compared]),
  )
  const others = listSubjects({ found, drawn, districts, loaded }).filter(
    ({ key }) => !compared.includes(key),
  )
  const isFull = usePlanning(isComparisonFull)
  if (others.length === 0) return null
  return (
    <div className="mt-4">
      <SubjectSelect
        label={t('add')}
        hint={t(isFull ? 'full' : 'choose')}
        subjects={others}
        isDisabled={isFull}
        onChoose={({ key }) => usePlanning.getState().compare(key, true)}
      />
    </div>
  )
}
