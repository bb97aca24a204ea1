'use client'

/** What stands in the place of a page that failed; one may try again. */
import { useLocale, useTranslations } from 'next-intl'
import { PRIMARY_BUTTON } from '#components/ui/button-styles.ts'

export default function PageFault() {
  const t = useTranslations('pageFault')
  const locale = useLocale()
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <div role="alert" className="grid gap-2">
        <h1 className="font-bold font-display text-3xl">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('text')}</p>
      </div>
      <button type="button" onClick={() => window.location.reload()} className={PRIMARY_BUTTON}>
        {t('again')}
      </button>
      <a href={`/${locale}`} className="font-semibold text-seedling underline">
        {t('back')}
      </a>
    </main>
  )
}
