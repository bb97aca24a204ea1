/** The frame of pages for signed-in people; who has another role is told so calmly. */
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { toStaffMessages } from '#lib/core/i18n/staff-messages.ts'
import type { StaffFrame } from '#lib/server/pages/load-staff-page.ts'
import { StaffNavigation } from './staff-navigation.tsx'

type Props = {
  frame: StaffFrame
  title: string
  lead?: string
  isWide?: boolean
  children: ReactNode
}

export async function StaffPage({ frame, title, lead, isWide = false, children }: Props) {
  const { locale, page, person, isAllowed, city, isDemonstration } = frame
  const t = await getTranslations({ locale, namespace: 'staff' })
  const messages = await getMessages({ locale })
  return (
    <PageFrame
      city={city}
      isDemonstration={isDemonstration}
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
