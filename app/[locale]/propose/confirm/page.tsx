/** Where the link of a mail leads: opening it spends nothing, its button confirms. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { ConfirmForm } from '#components/propose/confirm-form.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { confirmByMail } from '#lib/server/actions/proposals.ts'
import { loadFrame } from '#lib/server/pages/load-frame.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'proposal' })
  return { title: `${t('confirm.title')} · Keimzelle`, robots: { index: false, follow: false } }
}

export default async function Confirm({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [asked, { city, isDemonstration }, t] = await Promise.all([
    searchParams.then(toSearchParams),
    loadFrame(locale),
    getTranslations({ locale, namespace: 'proposal' }),
  ])
  return (
    <PageFrame city={city} title={t('confirm.title')} isDemonstration={isDemonstration}>
      <ConfirmForm token={asked.get('token')} locale={locale} action={confirmByMail} />
    </PageFrame>
  )
}
