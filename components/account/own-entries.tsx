/** What came from accepted proposals of a person, and what that person offers, each with the ways to keep it true. */
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/ui/text-link.tsx'
import { toEntryPath, toProposeChangePath } from '#lib/core/view/paths.ts'
import type { OwnAccountData } from '#lib/server/pages/load-account.ts'

type Props = { locale: string; entries: OwnAccountData['entries'] }

export async function OwnEntries({ locale, entries }: Props) {
  const t = await getTranslations('account')
  const words = await getTranslations('moderation')
  if (entries.length === 0) return <p className="text-muted">{t('noEntries')}</p>
  return (
    <>
      <p>{t('entriesText')}</p>
      <ul className="space-y-3">
        {entries.map(({ kind, slug, name, status, isOnMap, confirmed_on, proposed, offered }) => (
          <li key={slug} data-own-entry={slug} className="rounded-2xl border border-line bg-sheet p-4">
            <p className="flex flex-wrap gap-x-3 font-semibold">
              <span className="break-words">{name}</span>
              <span className="font-normal text-muted">{words(`kinds.${kind}`)}</span>
              <span className="ml-auto">
                {status === 'published' && !isOnMap ? t('notFree') : t(`statuses.${status}`)}
              </span>
            </p>
            <p className="text-muted text-sm">
              {[
                proposed && t('proposedByYou'),
                offered && t('offeredByYou'),
                confirmed_on && t('confirmedOn', { date: new Date(confirmed_on) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {isOnMap && (
              <p className="mt-2 flex flex-wrap gap-x-6">
                <TextLink href={toEntryPath(locale, slug)}>{t('openEntry')}</TextLink>
                <TextLink href={toProposeChangePath(locale, slug, 'change')}>{t('changeEntry')}</TextLink>
                <TextLink href={toProposeChangePath(locale, slug, 'closing')}>
                  {t(kind === 'space' ? 'closeSpace' : 'closeBusiness')}
                </TextLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
