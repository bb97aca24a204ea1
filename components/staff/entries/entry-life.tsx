/** Whether an entry is on the map, and the ways to change that. */
import { useLocale, useTranslations } from 'next-intl'
import { DANGER_BUTTON, PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { setStatus } from '#lib/server/actions/entries.ts'

type Props = { entry: { kind: string; slug: string; status: string; updatedAt: string } }

export function EntryLife({ entry: { kind, slug, status, updatedAt } }: Props) {
  const t = useTranslations('editing')
  const locale = useLocale()
  const isPublished = status === 'published'
  return (
    <>
      <p data-entry-status={status}>{t('lifeText', { status: t(`statuses.${status}`) })}</p>
      <form action={setStatus} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="updated_at" value={updatedAt} />
        {!isPublished && (
          <button type="submit" name="status" value="published" className={PLAIN_BUTTON}>
            {t(status === 'withdrawn' ? 'bringBack' : 'publish')}
          </button>
        )}
        {status !== 'withdrawn' && (
          <button type="submit" name="status" value="withdrawn" className={DANGER_BUTTON}>
            {t('archive')}
          </button>
        )}
        {isPublished && <TextLink href={toEntryPath(locale, slug)}>{t('toMap')}</TextLink>}
      </form>
    </>
  )
}
