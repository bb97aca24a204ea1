/** The form for a proposal: a new entry, or something about one that is there. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { ProposePage } from '#components/propose/propose-page.tsx'
import { parseAskedProposal, toProposalTitle } from '#lib/core/domain/proposal.ts'
import { routing, toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { propose, proposeAsPerson } from '#lib/server/actions/proposals.ts'
import { loadProposing } from '#lib/server/pages/load-proposing.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'propose' })
  const { type, kind } = parseAskedProposal(toSearchParams(await searchParams))
  return { title: t('metaTitle', { title: t(`title.${toProposalTitle(type, kind)}`) }) }
}

export default async function Propose({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = parseAskedProposal(toSearchParams(await searchParams))
  const { kind, title, target, city, isDemonstration, email } = await loadProposing(asked, locale)
  const t = await getTranslations({ locale, namespace: 'propose' })
  return (
    <PageFrame
      city={city.name}
      title={t(`title.${title}`)}
      lead={t(`lead.${title}`)}
      isDemonstration={isDemonstration}
      isSignedIn={email !== null}
    >
      <ProposePage
        type={asked.type}
        kind={kind}
        target={target}
        city={city}
        formKey={crypto.randomUUID()}
        action={propose}
        person={email === null ? null : { email, send: proposeAsPerson }}
      />
    </PageFrame>
  )
}
