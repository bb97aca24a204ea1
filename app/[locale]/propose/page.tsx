/** The form for a proposal: a new entry, or something about one that is there. */
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { ProposePage } from '#components/propose/propose-page.tsx'
import { parseAskedProposal, toProposalTitle } from '#lib/core/domain/proposal.ts'
import { routing, toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toEntryPath, toSearchParams } from '#lib/core/view/paths.ts'
import { propose, proposeAsPerson } from '#lib/server/actions/proposals.ts'
import { readCity } from '#lib/server/city.ts'
import { readEntry } from '#lib/server/published/entry-details.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

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
  const found = asked.target === null ? null : await readEntry(asked.target)
  // The entry's own page says what became of it, and what may be meant.
  if (asked.target !== null && !found) redirect(toEntryPath(locale, asked.target))
  const snapshot = await readSnapshot().catch(() => null)
  const person = await createSessionClient().then(readPerson, () => null)
  const t = await getTranslations({ locale, namespace: 'propose' })
  const city = readCity()
  const kind = found?.entry.kind ?? asked.kind
  const title = toProposalTitle(asked.type, kind)
  return (
    <PageFrame
      city={city.name[locale]}
      title={t(`title.${title}`)}
      lead={t(`lead.${title}`)}
      isDemonstration={snapshot?.demonstration ?? false}
      isSignedIn={person !== null}
    >
      <ProposePage
        type={asked.type}
        kind={kind}
        target={found && { slug: found.entry.slug, name: found.entry.name }}
        city={{ name: city.name[locale], camera: city.camera, box: city.box }}
        formKey={crypto.randomUUID()}
        action={propose}
        person={person && { email: person.email, send: proposeAsPerson }}
      />
    </PageFrame>
  )
}
