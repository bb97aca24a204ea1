/** What stands in the register beside what is proposed, or what a source says. */
import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import type { Change } from '#lib/server/moderation/difference.ts'
import { toLabel, toWords } from './choice-name.ts'

type Props = { changes: readonly Change[]; isNew: boolean; source?: string }

export function DifferenceTable({ changes, isNew, source }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const columns = [
    { name: t('moderation.field') },
    ...(isNew ? [] : [{ name: t('moderation.present') }]),
    { name: source === undefined ? t('moderation.proposed') : t('editing.sourceName', { source }) },
  ]
  const rows = changes.map(({ field, present, proposed, differs }) => {
    const words = toWords(t, field, proposed, locale) || <span className="text-muted">{t('staff.none')}</span>
    const marked =
      differs && !isNew ? (
        <mark key="proposed" className="rounded bg-notice-ground px-1 text-notice">
          {words}
          <span className="sr-only">{` (${t('moderation.changed')})`}</span>
        </mark>
      ) : (
        words
      )
    const now = isNew ? [] : [toWords(t, field, present, locale) || '–']
    return { key: field, cells: [toLabel(t, field), ...now, marked] }
  })
  return <DataTable caption={t('moderation.comparison')} isCaptionHidden columns={columns} rows={rows} />
}
