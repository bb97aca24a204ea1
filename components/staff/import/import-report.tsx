/** What an import would do, or has done: counts, refused rows with their cure, all rows as a file, and the button that brings it in. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toImportReportPath, toModerationPath } from '#lib/core/view/paths.ts'
import { bringIn } from '#lib/server/actions/import.ts'
import type { ImportReportData } from '#lib/server/pages/load-import.ts'
import { BringInButton } from './bring-in-button.tsx'
import { ImportMessageText } from './import-message-text.tsx'
import { RejectedRows } from './rejected-rows.tsx'

type Props = { report: ImportReportData; isDemonstration: boolean }

export function ImportReport({ report, isDemonstration }: Props) {
  const t = useTranslations('importing')
  const locale = toLocale(useLocale())
  const { jobId, fileName, source, publish, isTrial, seconds, counts, fileFault, rejected, notices } = report
  const { comesIn, rejectedCount, reviewCount, isReady } = report
  return (
    <Section id="report" title={t(isTrial ? 'tried' : 'done', { file: fileName })}>
      <Notice key={`${jobId} ${isTrial}`} tone={fileFault ? 'bad' : 'good'}>
        <p>{t(isTrial ? 'triedText' : 'doneText', { source, publish: publish ? 'yes' : 'no' })}</p>
        {fileFault && (
          <>
            <p className="mt-2">{t('brokeOff')}</p>
            <p className="break-words font-normal">
              <ImportMessageText message={fileFault} />
            </p>
          </>
        )}
      </Notice>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-2xl border border-line bg-line sm:grid-cols-4">
        {counts.map(({ name, count }) => (
          <Count key={name} name={name} count={count} />
        ))}
      </dl>
      <p className="text-muted text-sm">{t('seconds', { seconds })}</p>
      {notices.map((text) => (
        <p
          key={text}
          className="max-w-2xl break-words rounded-xl border border-notice-line bg-notice-ground px-4 py-3 text-notice"
        >
          {text}
        </p>
      ))}
      {rejected.length > 0 && <RejectedRows rejected={rejected} count={rejectedCount} />}
      <p className="flex flex-wrap gap-2.5">
        <a href={toImportReportPath(jobId)} download className={PLAIN_BUTTON}>
          {t('download')}
        </a>
        {!isTrial && reviewCount > 0 && (
          <a href={`${toModerationPath(locale)}?show=candidates`} className={PLAIN_BUTTON}>
            {t('toReview')}
          </a>
        )}
      </p>
      {isReady && isTrial && comesIn > 0 && (
        <form action={bringIn} className="space-y-3 rounded-2xl border border-line bg-sheet p-5">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="job" value={jobId} />
          <p>{t('bringInText', { count: comesIn, publish: publish ? 'yes' : 'no' })}</p>
          {isDemonstration && <p className="font-medium text-notice">{t('endsDemonstration')}</p>}
          <BringInButton />
        </form>
      )}
      {isReady && isTrial && comesIn === 0 && <p>{t('nothingNew')}</p>}
    </Section>
  )
}

function Count({ name, count }: { name: string; count: number }) {
  const t = useTranslations('importing')
  return (
    <div data-count={name} className="flex flex-col bg-sheet px-4 py-3">
      <dt className="text-muted text-sm">{t(`counts.${name}`)}</dt>
      <dd
        className={`font-bold font-display text-2xl ${name === 'rejected' && count > 0 ? 'text-danger' : ''}`}
      >
        {t('count', { count })}
      </dd>
    </div>
  )
}
