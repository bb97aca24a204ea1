'use client'

/** The card of the selected entry; its details come from the server by version and rank. */
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Card } from '#components/ui/card.tsx'
import type { Entry } from '#lib/domain/entry.ts'
import { describeEntry } from '#lib/store/describe-entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { fetchWithin } from '#lib/store/load-snapshot.ts'
import { EntryDetails } from './entry-details.tsx'

export function EntryCard() {
  const t = useTranslations()
  const selected = useExplorer((state) => state.selected)
  const snapshot = useExplorer((state) => state.snapshot)
  const select = useExplorer((state) => state.select)
  if (selected === null || !snapshot) return null
  const mark = describeEntry(snapshot.points, selected)
  const name = mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)
  const color =
    mark.kind === 'business'
      ? { background: `var(--discipline-${mark.discipline})`, color: 'var(--discipline-glyph)' }
      : { background: 'var(--ink)', color: 'var(--sheet)' }
  return (
    <Card
      key={snapshot.texts.slugs[selected]}
      title={snapshot.texts.names[selected] ?? ''}
      closeLabel={t('card.close')}
      onClose={() => select(null)}
      above={
        <p style={color} className="w-fit rounded-md px-2 py-0.5 font-semibold text-sm">
          {name}
        </p>
      }
    >
      <FetchedDetails address={`/data/${snapshot.version}/entries/${selected}`} />
    </Card>
  )
}

function FetchedDetails({ address }: { address: string }) {
  const t = useTranslations('card')
  const [found, setFound] = useState<{ address: string; entry: Entry | null } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const finish = (entry: Entry | null) => isCurrent && setFound({ address, entry })
    fetchWithin(address)
      .then((response) => response.json())
      .then(finish, () => {
        finish(null)
        // The version may be gone: the current one brings a new address for the same entry.
        void useExplorer.getState().load()
      })
    return () => {
      isCurrent = false
    }
  }, [address])
  if (found?.address !== address) return <p className="mt-3 text-muted">{t('loading')}</p>
  if (!found.entry) return <p className="mt-3 text-muted">{t('failed')}</p>
  return <EntryDetails entry={found.entry} />
}
