/** One proposal with all that a decision needs: difference, message, contact, neighbours, history. */
import { getTranslations } from 'next-intl/server'
import { EntryHistory } from '#components/staff/entries/entry-history.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { ANSWER_TEMPLATES } from '#lib/core/domain/answer-templates.ts'
import { toModerationPath, toStaffEntryPath } from '#lib/core/view/paths.ts'
import type { ProposalPage } from '#lib/server/pages/load-proposal.ts'
import type { StaffProposal } from '#lib/server/queries/moderation.ts'
import { DecisionForm } from './decision-form.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { NearbyEntries } from './nearby-entries.tsx'
import { PhotoSection } from './photo-section.tsx'
import { ProposalFacts } from './proposal-facts.tsx'
import { Shortcuts } from './shortcuts.tsx'

export async function ProposalView({ locale, page }: { locale: string; page: ProposalPage | null }) {
  const t = await getTranslations('moderation')
  if (!page) return <p className="mt-8">{t('unknown')}</p>
  const { proposal, isOpen, isEdit, isNew, next, changes, form, photos, nearby, history } = page
  const { reference, type, entry_slug: slug, state } = proposal
  return (
    <div data-proposal-reference={reference}>
      <ProposalFacts page={page} />
      <nav className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={toModerationPath(locale)} shortcut="k">{`← ${t('title')}`}</TextLink>
        {next && (
          <TextLink href={toModerationPath(locale, next)} shortcut="j">
            {`${t('shortcuts.jOne')} →`}
          </TextLink>
        )}
        {slug && <TextLink href={toStaffEntryPath(locale, slug)}>{t('entry')}</TextLink>}
      </nav>
      <Section id="difference" title={t('difference')}>
        {!isEdit && <p>{t(`effect.${type}`)}</p>}
        {isEdit && isNew && <p className="text-muted">{t('newEntry')}</p>}
        {Object.keys(proposal.payload).length > 0 && <DifferenceTable changes={changes} isNew={isNew} />}
      </Section>
      <PhotoSection photos={photos} entrySlug={null} locale={locale} />
      {isOpen && (
        <Section id="decide" title={t('decide')}>
          <DecisionForm
            key={proposal.revision}
            proposal={{ reference, revision: proposal.revision, locale: proposal.locale, state }}
            templates={await readTemplates(locale, proposal.locale)}
            edit={form}
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
        <NearbyEntries locale={locale} nearby={nearby} />
      </Section>
      {history && (
        <Section id="history" title={t('history')}>
          <EntryHistory history={history} />
        </Section>
      )}
    </div>
  )
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
