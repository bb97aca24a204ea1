'use client'

/** The one composition of planning: the panel beside the map, and below it what is compared. They meet in the store alone. */
import { useTranslations } from 'next-intl'
import { AreaCard } from '#components/planning/areas/area-card.tsx'
import { AreaControls } from '#components/planning/areas/area-controls.tsx'
import { AreaList } from '#components/planning/areas/area-list.tsx'
import { Comparison } from '#components/planning/areas/comparison.tsx'
import { DistrictsSection } from '#components/planning/areas/districts-section.tsx'
import { DrawingControls } from '#components/planning/areas/drawing-controls.tsx'
import { WeightControls } from '#components/planning/areas/weight-controls.tsx'
import { ChanceSection } from '#components/planning/findings/chance-section.tsx'
import { DensityControls } from '#components/planning/findings/density-controls.tsx'
import { MethodSection } from '#components/planning/findings/method-section.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { usePlanningPage } from '#lib/client/store/use-planning.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { DisciplineChoice } from './discipline-choice.tsx'
import { FailedLoad } from './failed-load.tsx'
import { MeasureSwitch } from './measure-switch.tsx'
import { PlanningMapSlot } from './planning-map-slot.tsx'
import { PrintHead } from './print-head.tsx'
import { SectionLinks } from './section-links.tsx'

type Props = { city: string; camera: Camera; isDemonstration: boolean }

export function PlanningPage({ city, camera, isDemonstration }: Props) {
  const t = useTranslations('planning')
  usePlanningPage()
  const isWorking = usePlanning(({ underWay, loaded, hasFailed }) => underWay > 0 || !(loaded || hasFailed))
  const hasFailed = usePlanning((state) => state.hasFailed)
  return (
    <div
      aria-busy={isWorking}
      className="report flex flex-col beside:grid beside:grid-cols-[clamp(21rem,30%,24.5rem)_minmax(0,1fr)] print:block"
    >
      <section
        aria-label={t('panel')}
        className="border-line bg-sheet beside:sticky beside:top-(--header) beside:h-[calc(100dvh-var(--header))] beside:overflow-y-auto beside:border-r print:hidden"
      >
        <div className="space-y-4 px-4 pt-4 pb-4">
          <h1 className="text-balance font-bold font-display text-xl leading-tight tracking-tight">
            {t('title')}
          </h1>
          <noscript>
            <p className="text-pretty">
              {t('noScript')}{' '}
              <a href="/api/v1/districts.csv" className="font-semibold underline underline-offset-2">
                districts.csv
              </a>
            </p>
          </noscript>
          {hasFailed && <FailedLoad />}
          <MeasureSwitch />
          <DisciplineChoice />
          <DensityControls />
        </div>
        <AreaControls />
        <AreaList />
        <DrawingControls />
        <WeightControls />
      </section>
      <div className="contents min-w-0 beside:block">
        <PrintHead city={city} />
        <div className="order-first beside:order-none">
          <PlanningMapSlot camera={camera} isDemonstration={isDemonstration}>
            <AreaCard />
          </PlanningMapSlot>
        </div>
        <SectionLinks />
        <div className="space-y-16 px-4 py-10 sm:px-8 print:space-y-8 print:px-0 print:py-4">
          <Comparison />
          <ChanceSection />
          <DistrictsSection />
          <MethodSection />
        </div>
      </div>
    </div>
  )
}
