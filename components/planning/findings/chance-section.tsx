/** Is it more than chance? Two tests, run when somebody asks, each with a sentence that also says when nothing stands out. */
import { Dices } from 'lucide'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SectionHead } from '#components/planning/section-head.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { HotspotFinding } from './hotspot-finding.tsx'
import { RipleyFinding } from './ripley-finding.tsx'

export function ChanceSection() {
  const t = useTranslations('planning.chance')
  const n = usePlanning((state) => state.points?.points.lng.length ?? 0)
  const measure = usePlanning((state) => state.view.measure)
  const asks = usePlanning((state) => state.view.asksForChance)
  const hasFailed = usePlanning((state) => state.hasFailed)
  const answers = useRef<HTMLDivElement>(null)
  const isDone = usePlanning((state) => state.clustering !== null && state.hotspots !== null)
  return (
    <section
      aria-labelledby="chance"
      data-chance={isDone ? 'known' : 'open'}
      className={`max-w-5xl ${asks || n < MIN_POINTS ? '' : 'print:hidden'}`}
    >
      <SectionHead id="chance" title={t('title')} lead={t(`lead.${measure}`)} />
      {n < MIN_POINTS ? (
        <p className="mt-4">{t('tooFew', { n, min: MIN_POINTS })}</p>
      ) : (
        <>
          {!asks && (
            <button
              type="button"
              onClick={() => {
                usePlanning.getState().setView({ asksForChance: true })
                answers.current?.focus()
              }}
              className="mt-4 inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-xl bg-seedling px-4 font-semibold text-on-seedling hover:opacity-90 print:hidden"
            >
              <LineIcon of={Dices} className="size-5" />
              {t('ask')}
            </button>
          )}
          <div ref={answers} tabIndex={-1} className="outline-none">
            <p role="status" className="mt-3 text-muted empty:hidden">
              {asks && !isDone && t(hasFailed ? 'failed' : 'working')}
            </p>
            {asks && (
              <div className="mt-4 grid gap-8 lg:grid-cols-2 print:block print:space-y-6">
                <RipleyFinding />
                <HotspotFinding />
              </div>
            )}
          </div>
        </>
      )}
    </section>
  )
}
