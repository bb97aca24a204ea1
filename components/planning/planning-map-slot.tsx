/** The map with what lies over it: the choice of what colours it, its legend, and the card of the chosen area. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PlanningMapView } from '#components/map/planning/planning-map-view.tsx'
import { DemonstrationNotice } from '#components/register/demonstration-notice.tsx'
import { Segments } from '#components/ui/segments.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { MAP_VIEWS } from '#lib/core/view/planning-view.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { PlanningLegend } from './planning-legend.tsx'

type Props = { camera: Camera; isDemonstration: boolean; children: ReactNode }

export function PlanningMapSlot({ camera, isDemonstration, children }: Props) {
  const t = useTranslations('planning')
  const mapView = usePlanning((state) => state.view.mapView)
  const setView = usePlanning((state) => state.setView)
  return (
    <PlanningMapView camera={camera} legend={<PlanningLegend />}>
      <div className="absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] flex-col items-start gap-2 print:static">
        <Segments
          legend={t('mapView.label')}
          name="l"
          values={MAP_VIEWS.map((value) => ({ value, text: t(`mapView.${value}`) }))}
          chosen={mapView}
          onChange={(value) => setView({ mapView: value })}
          className="bg-sheet shadow-card print:hidden"
        />
        {isDemonstration && <DemonstrationNotice />}
      </div>
      {children}
    </PlanningMapView>
  )
}
