/** The ways to the pages that a city owes its visitors. */
import { useLocale, useTranslations } from 'next-intl'
import { PUBLIC_PAGES, toPublicPagePath } from '#lib/core/view/paths.ts'

type Props = {
  /** Of the list. */
  className: string
  /** Of the landmark around it. */
  place?: string
}

export function SiteLinks({ className, place = '' }: Props) {
  const t = useTranslations('publicLinks')
  const locale = useLocale()
  return (
    <nav aria-label={t('label')} className={`${place} print:hidden`}>
      <ul className={className}>
        {PUBLIC_PAGES.map((page) => (
          <li key={page}>
            <a
              href={toPublicPagePath(locale, page)}
              className="inline-block min-h-6 underline-offset-2 hover:underline"
            >
              {t(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
