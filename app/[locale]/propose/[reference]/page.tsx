/** How a proposal stands, for whoever has its link. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/page-frame.tsx'
import { StatusPage } from '#components/propose/status-page.tsx'
import { readCity } from '#lib/city.ts'
import { readProposalPhotos } from '#lib/data/photos.ts'
import { readProposalStatus } from '#lib/data/proposals.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { routing } from '#lib/i18n/routing.ts'
import { hashToken } from '#lib/proposals/reference.ts'
import { createAdminClient } from '#lib/supabase/admin.ts'
import { addPhoto, reply, withdraw } from '../actions.ts'

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
  const admin = createAdminClient()
  const [status, photos, snapshot, t] = await Promise.all([
    readProposalStatus(admin, reference, hashToken(token)).catch(() => 'unavailable' as const),
    readProposalPhotos(admin, reference, hashToken(token)).catch(() => []),
    readSnapshot().catch(() => null),
    getTranslations({ locale, namespace: 'proposal' }),
  ])
  if (status === null) notFound()
  return (
    <PageFrame
      city={readCity().name[locale]}
      title={t('title', { reference })}
      isDemonstration={snapshot?.demonstration ?? false}
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
