/** What the marks mean. */
import { useTranslations } from 'next-intl'

export function MapLegend() {
  const t = useTranslations('map')
  return (
    <ul
      aria-label={t('legend')}
      className="absolute bottom-4 left-4 hidden items-center gap-4 mapless:hidden rounded-xl border border-line bg-sheet px-4 py-2.5 text-sm shadow-card beside:flex print:static print:flex print:w-fit print:shadow-none"
    >
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-4 rounded-full bg-discipline-design forced-colors:border" />
        {t('business')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-4 rounded-[5px] bg-ink forced-colors:border" />
        {t('verified')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-4 rounded-[5px] border-2 border-ink border-dashed" />
        {t('reported')}
      </li>
    </ul>
  )
}
