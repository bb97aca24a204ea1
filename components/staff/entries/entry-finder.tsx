/** Finds entries of every status by name or address, and creates new ones. */
import { getTranslations } from 'next-intl/server'
import { FIELD, PLAIN_BUTTON, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import { toStaffEntryPath } from '#lib/core/view/paths.ts'
import type { FoundEntry } from '#lib/server/pages/load-staff-entry.ts'

type Props = { locale: string; words: string; entries: readonly FoundEntry[] }

export async function EntryFinder({ locale, words, entries }: Props) {
  const t = await getTranslations()
  const path = toStaffEntryPath(locale)
  return (
    <>
      <search>
        <form action={path} className="mt-8 flex max-w-2xl items-end gap-2">
          <label className="min-w-0 flex-1">
            <span className="font-semibold">{t('editing.search')}</span>
            <input type="search" name="q" maxLength={200} defaultValue={words} className={FIELD} />
          </label>
          <button type="submit" className={PRIMARY_BUTTON}>
            {t('editing.find')}
          </button>
        </form>
      </search>
      <p className="mt-4 flex flex-wrap gap-2.5">
        <a href={`${path}/new?kind=business`} className={PLAIN_BUTTON}>
          {t('editing.newBusiness')}
        </a>
        <a href={`${path}/new?kind=space`} className={PLAIN_BUTTON}>
          {t('editing.newSpace')}
        </a>
      </p>
      <h2 className="mt-10 font-bold font-display text-xl">
        {words ? t('search.entries', { count: entries.length }) : t('editing.lately')}
      </h2>
      {entries.length === 0 && <p className="mt-3 text-muted">{t('editing.none')}</p>}
      <ul className="mt-3 divide-y divide-line" data-staff-entries>
        {entries.map(({ slug, name, kind, status, address }) => (
          <li key={slug} className="py-2">
            <TextLink href={toStaffEntryPath(locale, slug)}>{name}</TextLink>
            <p className="break-words text-muted text-sm">
              {[t(`moderation.kinds.${kind}`), address, t(`editing.statuses.${status}`)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
