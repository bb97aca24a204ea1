/** The rows that an import refuses: which and in what field, what is wrong, and how to mend it. Fits a phone without scrolling sideways. */
import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import type { ReportLine } from '#lib/server/import/report.ts'
import { sayCureIn, sayIn } from '#lib/server/import/words.ts'
import { Said } from './said.tsx'

/** `count` is that of all refused rows, of which `rejected` are the first. */
export function RejectedRows({ rejected, count }: { rejected: readonly ReportLine[]; count: number }) {
  const t = useTranslations('importing')
  const locale = toLocale(useLocale())
  return (
    <>
      <DataTable
        caption={t('rejected', { count })}
        columns={['row', 'fault'].map((name) => ({ name: t(`columns.${name}`) }))}
        rows={rejected.map(({ at, field = '', note }, index) => ({
          key: String(index),
          cells: [
            <div key="row" className="w-28 sm:w-40">
              {sayIn(locale, at)}
              <span className="block wrap-anywhere font-normal text-muted">
                {typeof field === 'string' ? <code>{field}</code> : sayIn(locale, field)}
              </span>
            </div>,
            note && (
              <div key="fault" className="wrap-anywhere">
                <p className="font-medium">
                  <Said saying={note} />
                </p>
                <p className="text-muted">{sayCureIn(locale, note)}</p>
              </div>
            ),
          ],
        }))}
      />
      {count > rejected.length && <p>{t('furtherRejected', { count: rejected.length })}</p>}
    </>
  )
}
