/** The outline of a found area or of a district as an area of one's own, to be changed and saved. */
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { listDistricts, listFound } from '#lib/client/store/planning-subjects.ts'
import { takeOutline } from '#lib/core/geo/areas/check-drawing.ts'
import { MAX_DRAWINGS } from '#lib/core/view/drawing.ts'
import { SubjectSelect } from './subject-select.tsx'

export function TakeOutline() {
  const t = useTranslations('planning.drawing')
  const [found, districts, loaded, drawings] = usePlanning(
    useShallow((state) => [state.found, state.districts, state.loaded, state.view.drawings]),
  )
  const subjects = [...listFound({ found }), ...listDistricts({ districts, loaded })]
  if (subjects.length === 0) return null
  const take = ({ outline }: Subject) => {
    const { add, report } = useDrawing.getState()
    const taken = takeOutline(outline)
    if ('fault' in taken) report(taken.fault)
    else add([taken.drawing])
  }
  return (
    <SubjectSelect
      label={t('take')}
      hint={t('choose')}
      subjects={subjects}
      isDisabled={drawings.length >= MAX_DRAWINGS}
      onChoose={take}
    />
  )
}
