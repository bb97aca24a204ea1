/** Where a mailed link leads: opening the page spends nothing, only its button does, so that mail scanners sign nobody in. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/page-frame.tsx'
import { PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { readCity } from '#lib/city.ts'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { routing } from '#lib/i18n/routing.ts'
import { signInByLink } from '../actions.ts'

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
      city={readCity().name[locale]}
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
