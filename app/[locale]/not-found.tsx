/** What stands where no page is. */
import { useLocale, useTranslations } from 'next-intl'

export default function NotFound() {
  const t = useTranslations('notFound')
  const locale = useLocale()
  return (
    <main className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
      <h1 className="font-bold font-display text-3xl">{t('title')}</h1>
      <a href={`/${locale}`} className="font-semibold text-seedling underline">
        {t('back')}
      </a>
    </main>
  )
}
