/** On paper alone: what this is, of which city and day, and the address that leads back to it. */
import { useTranslations } from 'next-intl'
import { usePrinting } from '#components/ui/use-printing.ts'
import { usePlanning } from '#lib/store/planning-store.ts'

export function PrintHead({ city }: { city: string }) {
  const t = useTranslations('planning.print')
  const isPrinting = usePrinting()
  const today = usePlanning((state) => state.loaded?.ground.today)
  if (!isPrinting) return null
  return (
    <header className="hidden print:block">
      <p className="font-bold font-display text-2xl">{t('title', { city })}</p>
      <p className="text-sm">{today && t('asOf', { day: new Date(today) })}</p>
      <p className="break-all text-xs">{window.location.href}</p>
    </header>
  )
}
