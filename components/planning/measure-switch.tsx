/** What is looked at: businesses, or vacant square metres. */
import { useTranslations } from 'next-intl'
import { Segments } from '#components/ui/segments.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { MEASURES } from '#lib/core/view/planning-view.ts'

export function MeasureSwitch() {
  const t = useTranslations('planning.measure')
  const measure = usePlanning((state) => state.view.measure)
  const setView = usePlanning((state) => state.setView)
  return (
    <Segments
      legend={t('label')}
      name="m"
      values={MEASURES.map((value) => ({ value, text: t(value) }))}
      chosen={measure}
      onChange={(chosen) => {
        setView({ measure: chosen, compared: [] })
        usePlanning.getState().choose(null)
      }}
    />
  )
}
