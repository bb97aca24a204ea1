/** Signing in by a code from a mail; on invented data also by one click. */
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/page-frame.tsx'
import { DemonstrationDoors } from '#components/staff/demonstration-doors.tsx'
import { Notice } from '#components/staff/notice.tsx'
import { SignInForm } from '#components/staff/sign-in-form.tsx'
import { hasDemonstrationDoor } from '#lib/account/demonstration-door.ts'
import { readCity } from '#lib/city.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { type Asked, toAccountPath, toOwnPath, toSearchParams, toSignInPath } from '#lib/domain/paths.ts'
import { readAddress } from '#lib/guard/rate-limit.ts'
import { routing, toLocale } from '#lib/i18n/routing.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'signIn' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function SignIn({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  const snapshot = await readSnapshot().catch(() => null)
  const t = await getTranslations({ locale, namespace: 'signIn' })
  const next = toOwnPath(asked.get('next'), toAccountPath(locale))
  const isDemonstration = snapshot?.demonstration ?? false
  return (
    <PageFrame
      city={readCity().name[locale]}
      title={t('title')}
      lead={t('lead')}
      isDemonstration={isDemonstration}
    >
      {asked.has('expired') && <Notice tone="bad">{t('expired')}</Notice>}
      <SignInForm locale={locale} next={next} again={toSignInPath(locale, next)} />
      {hasDemonstrationDoor(readAddress(await headers()), isDemonstration) && <DemonstrationDoors />}
    </PageFrame>
  )
}
