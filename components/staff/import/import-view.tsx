/** Choosing a file, the report on it, bringing it in, and what was brought in before. */
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { ImportPage } from '#lib/server/pages/load-import.ts'
import { ChooseFileForm } from './choose-file-form.tsx'
import { ImportMessageText } from './import-message-text.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRuns } from './import-runs.tsx'

export async function ImportView({ page }: { page: ImportPage }) {
  const { isGone, problem, report, form, runs, isDemonstration } = page
  const t = await getTranslations('importing')
  return (
    <>
      {isGone && <Notice tone="bad">{t('gone')}</Notice>}
      {problem && (
        <Notice tone="bad">
          <p>{t(`problems.${problem.code}`)}</p>
          {problem.message && (
            <p className="mt-1 break-words font-normal">
              <ImportMessageText message={problem.message} />
            </p>
          )}
        </Notice>
      )}
      {report && <ImportReport report={report} isDemonstration={isDemonstration} />}
      <Section id="import" title={t(report ? 'another' : 'choose')}>
        <ChooseFileForm
          key={form.key}
          typed={form.typed}
          faults={form.faults.map(({ field, code, message }) => ({
            field,
            code,
            detail: message && <ImportMessageText message={message} />,
          }))}
          sources={form.sources}
        />
      </Section>
      <Section id="runs" title={t('runs')}>
        <ImportRuns runs={runs} />
      </Section>
    </>
  )
}
