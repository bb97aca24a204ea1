/** Where the link of a mail leads: opening it spends nothing, its button confirms. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/page-frame.tsx'
import { ConfirmForm } from '#components/propose/confirm-form.tsx'
import { readCity } from '#lib/city.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { routing } from '#lib/i18n/routing.ts'
import { confirm } from '../actions.ts'

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
  const [asked, snapshot, t] = await Promise.all([
    searchParams.then(toSearchParams),
    readSnapshot().catch(() => null),
    getTranslations({ locale, namespace: 'proposal' }),
  ])
  return (
    <PageFrame
      city={readCity().name[locale]}
      title={t('confirm.title')}
      isDemonstration={snapshot?.demonstration ?? false}
    >
      <ConfirmForm token={asked.get('token')} locale={locale} action={confirm} />
    </PageFrame>
  )
}
