/** One proposal with all that a decision needs: difference, message, contact, neighbours, history. */
import { getTranslations } from 'next-intl/server'
import { EntryHistory } from '#components/staff/entries/entry-history.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { ANSWER_TEMPLATES } from '#lib/core/domain/answer-templates.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toModerationPath, toStaffEntryPath } from '#lib/core/view/paths.ts'
import { compareFields } from '#lib/server/moderation/difference.ts'
import { entryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'
import {
  readProposal,
  readQueue,
  readStaffEntry,
  type StaffProposal,
} from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'
import { DecisionForm } from './decision-form.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { NearbyEntries } from './nearby-entries.tsx'
import { PhotoSection } from './photo-section.tsx'
import { ProposalFacts } from './proposal-facts.tsx'
import { Shortcuts } from './shortcuts.tsx'

export async function ProposalView({ locale, reference }: { locale: string; reference: string }) {
  const client = await createSessionClient()
  const proposal = await readProposal(client, reference)
  const t = await getTranslations('moderation')
  if (!proposal) return <p className="mt-8">{t('unknown')}</p>
  const { type, kind, payload, entry_slug: slug, state } = proposal
  const entry = slug ? await readStaffEntry(client, slug) : null
  const place = { created: proposal.created_at, reference }
  const { proposals: following } = await readQueue(client, 'open', place, 1)
  const isOpen = state === 'received' || state === 'in_review'
  const isEdit = type === 'new' || type === 'change'
  const { lng, lat } = proposal.lng === null ? toPlace(entry?.fields) : proposal
  return (
    <div data-proposal-reference={reference}>
      <ProposalFacts proposal={proposal} />
      <nav className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={toModerationPath(locale)} shortcut="k">{`← ${t('title')}`}</TextLink>
        {following[0] && (
          <TextLink href={toModerationPath(locale, following[0].reference)} shortcut="j">
            {`${t('shortcuts.jOne')} →`}
          </TextLink>
        )}
        {slug && <TextLink href={toStaffEntryPath(locale, slug)}>{t('entry')}</TextLink>}
      </nav>
      <Section id="difference" title={t('difference')}>
        {!isEdit && <p>{t(`effect.${type}`)}</p>}
        {isEdit && !entry && <p className="text-muted">{t('newEntry')}</p>}
        {Object.keys(payload).length > 0 && (
          <DifferenceTable changes={compareFields(entry?.fields ?? null, payload)} isNew={!entry} />
        )}
      </Section>
      <PhotoSection of={reference} isEntry={false} locale={locale} />
      {isOpen && (
        <Section id="decide" title={t('decide')}>
          <DecisionForm
            key={proposal.revision}
            proposal={{ reference, revision: proposal.revision, locale: proposal.locale, state }}
            templates={await readTemplates(locale, proposal.locale)}
            edit={
              isEdit
                ? {
                    specs: entryForm(kind),
                    values: toFormValues({ ...DEFAULTS, ...entry?.fields, ...payload }, toLocale(locale)),
                  }
                : null
            }
          />
          <Shortcuts
            keys={[
              { key: 'j', name: t('shortcuts.jOne') },
              { key: 'k', name: t('shortcuts.kOne') },
              { key: 'a', name: t('shortcuts.a') },
              { key: 'd', name: t('shortcuts.d') },
            ]}
          />
        </Section>
      )}
      <Section id="nearby" title={t('nearby')}>
        <NearbyEntries locale={locale} lng={lng} lat={lat} except={slug} />
      </Section>
      {slug && (
        <Section id="history" title={t('history')}>
          <EntryHistory kind={kind} slug={slug} />
        </Section>
      )}
    </div>
  )
}

/** What a new entry has that says nothing else. */
const DEFAULTS = { disclosure: 'exact', state: 'reported', verified: false, name: 'Leerstand' }

function toPlace(fields: Readonly<Record<string, unknown>> | undefined) {
  const toDegrees = (value: unknown) => (typeof value === 'number' ? value : null)
  return { lng: toDegrees(fields?.lng), lat: toDegrees(fields?.lat) }
}

/** Titles in the moderator's language, texts in the proposer's. */
async function readTemplates(locale: string, language: StaffProposal['locale']) {
  const titles = await getTranslations({ locale, namespace: 'answerTemplates' })
  const texts = await getTranslations({ locale: language, namespace: 'answerTemplates' })
  return ANSWER_TEMPLATES.map((name) => ({
    name,
    title: titles(`${name}.title`),
    text: texts(`${name}.text`),
  }))
}
