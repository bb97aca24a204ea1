/** Where a proposal comes from and how it stands. */
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TextLink } from '#components/ui/text-link.tsx'
import { isBeyond } from '#lib/core/domain/bbox.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readContact, type StaffProposal } from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

export async function ProposalFacts({ proposal }: { proposal: StaffProposal }) {
  const t = await getTranslations('moderation')
  const { reference, state, note, question, answer, decided_by: person } = proposal
  const contact = proposal.has_contact ? await readContact(await createSessionClient(), reference) : null
  const city = readCity()
  const isOpen = state === 'received' || state === 'in_review'
  return (
    <div className="mt-4 space-y-3">
      <p className="text-muted">
        {`${t(`kinds.${proposal.kind}`)}: ${t(`types.${proposal.type}`)}, `}
        {t('received', { date: new Date(proposal.created_at) })}
        {state !== 'received' && `, ${t(`states.${state}`)}`}
        {person && `, ${t('decidedBy', { person })}`}
      </p>
      {!isOpen && <p className="font-semibold">{t('closed', { state: t(`states.${state}`) })}</p>}
      {isBeyond(city.box, proposal) && (
        <p className="w-fit rounded-xl border border-notice-line bg-notice-ground px-4 py-2 text-notice">
          {t('outsideText', { city: city.name[toLocale(await getLocale())] })}
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
