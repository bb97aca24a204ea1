/** What is stored of visitors. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '#components/legal/privacy.tsx'
import { PageFrame } from '#components/page-frame.tsx'
import { readCity } from '#lib/city.ts'
import { readPhotonHost } from '#lib/data/photon.ts'
import { readPublicPageMetadata } from '#lib/data/public-page-metadata.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { routing } from '#lib/i18n/routing.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'privacy')
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [snapshot, t] = await Promise.all([
    readSnapshot().catch(() => null),
    getTranslations({ locale, namespace: 'publicPages.privacy' }),
  ])
  const city = readCity()
  return (
    <PageFrame
      city={city.name[locale]}
      title={t('title')}
      lead={t('lead')}
      isDemonstration={snapshot?.demonstration ?? false}
    >
      <Privacy operator={city.operator} photonHost={readPhotonHost()} />
    </PageFrame>
  )
}
