'use client'

/**
 * The card of the selected entry, from the server's first answer on: the same card stands before the snapshot has come and after, so that
 * nothing flashes and no focus moves.
 */
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { EntryBadges } from './entry-badges.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { type FirstDetails, useSelectedEntry } from './use-selected-entry.ts'

type Props = {
  /** The entry that the path of the page names. */
  first: FirstDetails | null
  /** Of links that lead away. */
  linkTarget?: '_blank'
}

export function EntryCard({ first, linkTarget }: Props) {
  const t = useTranslations('card')
  const locale = useLocale()
  const hasSnapshot = useExplorer((state) => state.snapshot !== null)
  const select = useExplorer((state) => state.select)
  const shown = useSelectedEntry(first)
  if (!shown) return null
  const { slug, name, mark, details, failed } = shown
  return (
    <Card
      key={slug}
      title={name}
      closeLabel={t('close')}
      closeHref={`/${locale}`}
      onClose={() => select(null)}
      takesFocus={hasSnapshot}
      returnTo={() => findListItem(slug)}
      isPrinted
      above={<EntryBadges mark={mark} others={details?.entry.disciplines.slice(1) ?? []} />}
    >
      {details ? (
        <EntrySheet {...details} linkTarget={linkTarget} />
      ) : (
        <p className="mt-3 text-muted">{t(failed ? 'failed' : 'loading')}</p>
      )}
    </Card>
  )
}

/** The entry in the list, or the list where it does not show the entry. */
function findListItem(slug: string): HTMLElement | null {
  const item = document.querySelector<HTMLElement>(`[data-entry-id="${CSS.escape(slug)}"] a`)
  return item ?? document.getElementById('results')
}
