/** One proposal, to be decided. */
import type { Metadata } from 'next'
import { ProposalView } from '#components/staff/queue/proposal-view.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toModerationPath } from '#lib/core/view/paths.ts'
import { loadProposal } from '#lib/server/pages/load-proposal.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string; reference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).reference.slice(0, 20)} · Keimzelle`, robots: { index: false } }
}

export default async function Proposal({ params }: Props) {
  const { locale, reference } = await params
  const frame = await loadStaffPage(locale, 'moderation', toModerationPath(locale, reference))
  return (
    <StaffPage frame={frame} title={reference.slice(0, 20)} isWide>
      {frame.isAllowed && <ProposalView locale={locale} page={await loadProposal(reference, frame.locale)} />}
    </StaffPage>
  )
}
