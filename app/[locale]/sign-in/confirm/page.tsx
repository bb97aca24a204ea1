/** Where a mailed link leads: opening the page spends nothing, only its button does, so that mail scanners sign nobody in. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { routing } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { signInByLink } from '#lib/server/actions/sign-in.ts'
import { loadCityName } from '#lib/server/pages/load-frame.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'signIn' })
  return { title: `${t('confirmTitle')} · Keimzelle`, robots: { index: false } }
}

export default async function ConfirmSignIn({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const token = toSearchParams(await searchParams).get('token')
  const t = await getTranslations({ locale, namespace: 'signIn' })
  return (
    <PageFrame
      city={loadCityName(locale)}
      title={t('confirmTitle')}
      lead={token ? t('confirmLead') : t('noLink')}
      isDemonstration={false}
    >
      {token && (
        <form action={signInByLink} className="mt-8">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="token" value={token} />
          <button type="submit" className={PRIMARY_BUTTON}>
            {t('confirm')}
          </button>
        </form>
      )}
    </PageFrame>
  )
}
