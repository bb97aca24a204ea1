/** One proposal, to be decided. */
import type { Metadata } from 'next'
import { ProposalView } from '#components/staff/queue/proposal-view.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toModerationPath } from '#lib/core/view/paths.ts'

type Props = { params: Promise<{ locale: string; reference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).reference.slice(0, 20)} · Keimzelle`, robots: { index: false } }
}

export default async function Proposal({ params }: Props) {
  const { locale, reference } = await params
  return (
    <StaffPage
      locale={locale}
      page="moderation"
      title={reference.slice(0, 20)}
      path={toModerationPath(locale, reference)}
      isWide
    >
      <ProposalView locale={locale} reference={reference} />
    </StaffPage>
  )
}
