/** The own entries, the own proposals with their answers, the own data, and the way to leave. */
import { getTranslations } from 'next-intl/server'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { toEntryPath, toProposePath } from '#lib/core/view/paths.ts'
import type { OwnAccountData } from '#lib/server/pages/load-account.ts'
import { DeleteAccount } from './delete-account.tsx'
import { OwnEntries } from './own-entries.tsx'

type Props = { locale: string; account: OwnAccountData }

export async function AccountPage({ locale, account: { entries, proposals } }: Props) {
  const t = await getTranslations('account')
  const words = await getTranslations('moderation')
  const propose = await getTranslations('propose.title')
  return (
    <>
      <Section id="entries" title={t('entries')}>
        <OwnEntries locale={locale} entries={entries} />
      </Section>
      <Section id="proposals" title={t('proposals')}>
        {proposals.length === 0 && (
          <p className="text-muted">
            {t('noProposals')} <TextLink href={toProposePath(locale)}>{propose('space')}</TextLink>
          </p>
        )}
        <ul className="space-y-3">
          {proposals.map(
            ({
              reference,
              type,
              kind,
              state,
              slug,
              answer,
              question,
              created_at,
              answered_at,
              statusPath,
            }) => (
              <li
                key={reference}
                data-proposal-reference={reference}
                className="rounded-2xl border border-line bg-sheet p-4"
              >
                <p className="flex flex-wrap gap-x-3 font-semibold">
                  <span className="font-mono">{reference}</span>
                  <span>{`${words(`kinds.${kind}`)}: ${words(`types.${type}`)}`}</span>
                  <span className="ml-auto">{words(`states.${state}`)}</span>
                </p>
                <p className="text-muted text-sm">
                  {t('sentOn', { date: new Date(created_at) })}
                  {answered_at && `, ${t('answeredOn', { date: new Date(answered_at) })}`}
                </p>
                {answer && <p className="mt-2 whitespace-pre-line">{`${t('answer')}: ${answer}`}</p>}
                {question && <p className="mt-2 whitespace-pre-line">{`${t('question')}: ${question}`}</p>}
                <p className="mt-2 flex flex-wrap gap-x-6">
                  <TextLink href={statusPath}>{t('open')}</TextLink>
                  {slug && <TextLink href={toEntryPath(locale, slug)}>{t('openEntry')}</TextLink>}
                </p>
              </li>
            ),
          )}
        </ul>
      </Section>
      <Section id="data" title={t('data')}>
        <p>{t('dataText')}</p>
        <a href={`/${locale}/account/data`} download className={PLAIN_BUTTON}>
          {t('download')}
        </a>
      </Section>
      <Section id="delete" title={t('delete')}>
        <p className="max-w-2xl">{t('deleteText')}</p>
        <DeleteAccount />
      </Section>
    </>
  )
}
