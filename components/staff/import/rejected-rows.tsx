/** The rows that an import refuses: which and in what field, what is wrong, and how to mend it. Fits a phone without scrolling sideways. */
import { useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import type { ImportReportData } from '#lib/server/pages/load-import.ts'
import { ImportMessageText } from './import-message-text.tsx'

/** `count` is that of all refused rows, of which `rejected` are the first. */
export function RejectedRows({ rejected, count }: { rejected: ImportReportData['rejected']; count: number }) {
  const t = useTranslations('importing')
  return (
    <>
      <DataTable
        caption={t('rejected', { count })}
        columns={['row', 'fault'].map((name) => ({ name: t(`columns.${name}`) }))}
        rows={rejected.map(({ row, field, isColumn, message, cure }, index) => ({
          key: String(index),
          cells: [
            <div key="row" className="w-28 sm:w-40">
              {row}
              <span className="block wrap-anywhere font-normal text-muted">
                {isColumn ? <code>{field}</code> : field}
              </span>
            </div>,
            message && (
              <div key="fault" className="wrap-anywhere">
                <p className="font-medium">
                  <ImportMessageText message={message} />
                </p>
                <p className="text-muted">{cure}</p>
              </div>
            ),
          ],
        }))}
      />
      {count > rejected.length && <p>{t('furtherRejected', { count: rejected.length })}</p>}
    </>
  )
}
