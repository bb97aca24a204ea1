/** The frame of pages for signed-in people: others are sent to sign in first, and who has another role is told so calmly. */
import { notFound, redirect } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { toStaffMessages } from '#lib/core/i18n/staff-messages.ts'
import { toSignInPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'
import { PAGE_ROLES, StaffNavigation, type StaffPageName, toStaffPath } from './staff-navigation.tsx'

type Props = {
  locale: string
  page: StaffPageName
  title: string
  lead?: string
  /** Where signing in leads back to; the page's own path unless given. */
  path?: string
  isWide?: boolean
  children: ReactNode
}

export async function StaffPage({ locale, page, title, lead, path, isWide = false, children }: Props) {
  if (!hasLocale(routing.locales, locale)) notFound()
  const [person, snapshot, t] = await Promise.all([
    createSessionClient().then(readPerson),
    readSnapshot().catch(() => null),
    getTranslations({ locale, namespace: 'staff' }),
  ])
  if (!person) redirect(toSignInPath(locale, path ?? toStaffPath(locale, page)))
  const messages = await getMessages({ locale })
  const isAllowed = PAGE_ROLES[page].includes(person.role)
  return (
    <PageFrame
      city={readCity().name[locale]}
      isDemonstration={snapshot?.demonstration ?? false}
      isSignedIn
      isWide={isWide}
      title={isAllowed ? title : t('refusedTitle')}
      {...(isAllowed ? lead && { lead } : { lead: t('refused') })}
      above={<StaffNavigation person={person} current={page} />}
    >
      {isAllowed && page === 'account' && children}
      {isAllowed && page !== 'account' && (
        <NextIntlClientProvider messages={toStaffMessages(messages)}>{children}</NextIntlClientProvider>
      )}
    </PageFrame>
  )
}
