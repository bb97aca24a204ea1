'use client'

/** The card of an entry as the server knows it, until the snapshot has come, and without script. */
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import type { Entry } from '#lib/domain/entry.ts'
import { EntryDetails } from './entry-details.tsx'

export function FirstCard({ entry }: { entry: Entry }) {
  const t = useTranslations('card')
  const locale = useLocale()
  return (
    <Card title={entry.name} closeLabel={t('close')} onClose={() => window.location.assign(`/${locale}`)}>
      <EntryDetails entry={entry} />
    </Card>
  )
}
