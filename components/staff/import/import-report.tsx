/** What an import would do, or has done: counts, refused rows with their cure, all rows as a file, and the button that brings it in. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toImportReportPath, toModerationPath } from '#lib/core/view/paths.ts'
import { bringIn } from '#lib/server/actions/import.ts'
import { OUTCOMES } from '#lib/server/import/counts.ts'
import { sayIn } from '#lib/server/import/words.ts'
import type { ImportJob } from '#lib/server/moderation/import-desk.ts'
import { BringInButton } from './bring-in-button.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { Said } from './said.tsx'

type Props = { job: ImportJob; report: NonNullable<ImportJob['report']>; isDemonstration: boolean }

export function ImportReport({ job, report, isDemonstration }: Props) {
  const t = useTranslations('importing')
  const locale = toLocale(useLocale())
  const { counts, seconds, fileFault, rejected, notices, isTrial } = report
  const { source, publish } = job.typed
  const comesIn = counts.added + counts.updated + counts.review
  return (
    <Section id="report" title={t(isTrial ? 'tried' : 'done', { file: job.fileName })}>
      <Notice key={`${job.id} ${isTrial}`} tone={fileFault ? 'bad' : 'good'}>
        <p>{t(isTrial ? 'triedText' : 'doneText', { source, publish: publish ? 'yes' : 'no' })}</p>
        {fileFault && (
          <>
            <p className="mt-2">{t('brokeOff')}</p>
            <p className="break-words font-normal">
              <Said saying={fileFault} />
            </p>
          </>
        )}
      </Notice>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-2xl border border-line bg-line sm:grid-cols-4">
        {(['read', ...OUTCOMES] as const).map((name) => (
          <Count key={name} name={name} count={counts[name]} />
        ))}
      </dl>
      <p className="text-muted text-sm">{t('seconds', { seconds })}</p>
      {notices
        .map((notice) => sayIn(locale, notice))
        .map((text) => (
          <p
            key={text}
            className="max-w-2xl break-words rounded-xl border border-notice-line bg-notice-ground px-4 py-3 text-notice"
          >
            {text}
          </p>
        ))}
      {rejected.length > 0 && <RejectedRows rejected={rejected} count={counts.rejected} />}
      <p className="flex flex-wrap gap-2.5">
        <a href={toImportReportPath(job.id)} download className={PLAIN_BUTTON}>
          {t('download')}
        </a>
        {!isTrial && counts.review > 0 && (
          <a href={`${toModerationPath(locale)}?show=candidates`} className={PLAIN_BUTTON}>
            {t('toReview')}
          </a>
        )}
      </p>
      {job.ready && isTrial && comesIn > 0 && (
        <form action={bringIn} className="space-y-3 rounded-2xl border border-line bg-sheet p-5">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="job" value={job.id} />
          <p>{t('bringInText', { count: comesIn, publish: publish ? 'yes' : 'no' })}</p>
          {isDemonstration && <p className="font-medium text-notice">{t('endsDemonstration')}</p>}
          <BringInButton />
        </form>
      )}
      {job.ready && isTrial && comesIn === 0 && <p>{t('nothingNew')}</p>}
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
