/** How a proposal stands, for anyone who has its link. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { StatusPage } from '#components/propose/status-page.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { addPhoto, reply, withdraw } from '#lib/server/actions/proposals.ts'
import { loadCityName } from '#lib/server/pages/load-frame.ts'
import { loadProposalStatus } from '#lib/server/pages/load-mailed-link.ts'

type Props = { params: Promise<{ locale: string; reference: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'proposal' })
  return { title: t('metaTitle'), robots: { index: false, follow: false } }
}

export default async function Status({ params, searchParams }: Props) {
  const { locale, reference } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  const token = asked.get('token') ?? ''
  const [{ status, photos, isDemonstration }, t] = await Promise.all([
    loadProposalStatus(reference, token),
    getTranslations({ locale, namespace: 'proposal' }),
  ])
  if (status === null) notFound()
  return (
    <PageFrame
      city={loadCityName(locale)}
      title={t('title', { reference })}
      isDemonstration={isDemonstration}
    >
      <StatusPage
        status={status}
        photos={photos}
        link={{ reference, token, locale }}
        done={asked.get('done')}
        actions={{ reply, withdraw, addPhoto }}
      />
    </PageFrame>
  )
}
