/** Where a proposal comes from and how it stands. */
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TextLink } from '#components/ui/text-link.tsx'
import type { ProposalPage } from '#lib/server/pages/load-proposal.ts'

export async function ProposalFacts({
  page: { proposal, contact, outside, isOpen },
}: {
  page: ProposalPage
}) {
  const t = await getTranslations('moderation')
  const { state, note, question, answer, decided_by: person } = proposal
  return (
    <div className="mt-4 space-y-3">
      <p className="text-muted">
        {`${t(`kinds.${proposal.kind}`)}: ${t(`types.${proposal.type}`)}, `}
        {t('received', { date: new Date(proposal.created_at) })}
        {state !== 'received' && `, ${t(`states.${state}`)}`}
        {person && `, ${t('decidedBy', { person })}`}
      </p>
      {!isOpen && <p className="font-semibold">{t('closed', { state: t(`states.${state}`) })}</p>}
      {outside && (
        <p className="w-fit rounded-xl border border-notice-line bg-notice-ground px-4 py-2 text-notice">
          {t('outsideText', { city: outside })}
        </p>
      )}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {note && <Fact name={t('note')}>{note}</Fact>}
        {question && <Fact name={t('asked')}>{question}</Fact>}
        {answer && <Fact name={t('answer')}>{answer}</Fact>}
        <Fact name={t('contact')}>
          {contact?.name && `${contact.name} `}
          {contact?.email && <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>}
          {contact?.email && ` (${t(contact.confirmed_at ? 'confirmed' : 'unconfirmed')})`}
          {!contact && <span className="text-muted">{t('noContact')}</span>}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="max-w-2xl whitespace-pre-line break-words">{children}</dd>
    </>
  )
}
