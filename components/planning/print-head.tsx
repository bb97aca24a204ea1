/** On paper alone: what this is, of which city and day, by which parameters, and the address that leads back to it. */
import { useTranslations } from 'next-intl'
import { usePrinting } from '#components/ui/use-printing.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'

export function PrintHead({ city }: { city: string }) {
  const t = useTranslations('planning.print')
  const isPrinting = usePrinting()
  const today = usePlanning((state) => state.loaded?.ground.today)
  if (!isPrinting) return null
  return (
    <header className="hidden print:block">
      <p className="font-bold font-display text-2xl">{t('title', { city })}</p>
      <p className="text-sm">{today && t('asOf', { day: new Date(today) })}</p>
      <Parameters />
      <p className="mt-1 break-all text-muted text-xs">{window.location.href}</p>
    </header>
  )
}

/** What the panel says on the screen; the density's bandwidth stands in the legend, the weights stand in the table. */
function Parameters() {
  const t = useTranslations()
  const { measure, disciplines } = usePlanning((state) => state.view)
  const groups = usePlanning((state) => state.found?.groups)
  const names = disciplines.map((code) => t(`disciplines.${code}`)).join(', ')
  return (
    <p className="text-sm">
      {t(`planning.measure.${measure}`)}
      {measure === 'businesses' && `: ${names || t('planning.print.allDisciplines')}`}
      {groups?.epsMeters &&
        `. ${t('planning.print.areas', { eps: groups.epsMeters, min: groups.minPoints, n: groups.n })}`}
    </p>
  )
}
