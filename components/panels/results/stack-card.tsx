'use client'

/** The entries of one address, which no zoom takes apart, as a list. */
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import { listEntryOfRank } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { ResultItem } from './result-item.tsx'

export function StackCard() {
  const t = useTranslations()
  const locale = useLocale()
  const listed = useExplorer((state) => state.listed)
  const selected = useExplorer((state) => state.selected)
  const snapshot = useExplorer((state) => state.snapshot)
  const open = useExplorer((state) => state.open)
  const list = useExplorer((state) => state.list)
  // The card of one entry lies over its list and gives way to it when closed.
  if (!listed || !snapshot || selected !== null) return null
  return (
    <Card
      key={listed[0]}
      title={t('map.stack', { count: listed.length })}
      closeLabel={t('card.close')}
      closeHref={`/${locale}`}
      onClose={() => list(null)}
      returnTo={() => document.getElementById('results')}
    >
      <ul className="-mx-4 mt-3 -mb-4 border-line border-t">
        {listed.map((rank) => (
          <ResultItem key={rank} entry={listEntryOfRank(snapshot, rank)} onSelect={open} />
        ))}
      </ul>
    </Card>
  )
}
