/** Signing in by a code from a mail; on invented data also by one click. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { DemonstrationDoors } from '#components/account/demonstration-doors.tsx'
import { SignInForm } from '#components/account/sign-in-form.tsx'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { routing, toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toAccountPath, toOwnPath, toSearchParams, toSignInPath } from '#lib/core/view/paths.ts'
import { loadSignIn } from '#lib/server/pages/load-sign-in.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'signIn' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function SignIn({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  const { city, isDemonstration, hasDoors } = await loadSignIn(locale)
  const t = await getTranslations({ locale, namespace: 'signIn' })
  const next = toOwnPath(asked.get('next'), toAccountPath(locale))
  return (
    <PageFrame city={city} title={t('title')} lead={t('lead')} isDemonstration={isDemonstration}>
      {asked.has('expired') && <Notice tone="bad">{t('expired')}</Notice>}
      <SignInForm locale={locale} next={next} again={toSignInPath(locale, next)} />
      {hasDoors && <DemonstrationDoors />}
    </PageFrame>
  )
}
