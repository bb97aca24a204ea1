/** Choosing a file, the report on it, bringing it in, and what was brought in before. */
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { findJob } from '#lib/server/moderation/import-desk.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { readSources } from '#lib/server/queries/sources.ts'
import { createAnonClient } from '#lib/server/supabase/server.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'
import { ImportForm } from './import-form.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRuns } from './import-runs.tsx'
import { Said } from './said.tsx'

export async function ImportDesk({ asked }: { asked: URLSearchParams }) {
  const client = await createSessionClient()
  const person = await readPerson(client)
  const wanted = asked.get('job')
  const job = person && findJob(wanted, person.id)
  const sources = await readSources(createAnonClient())
  const isDemonstration = (await readSnapshot().catch(() => null))?.demonstration ?? false
  const t = await getTranslations('importing')
  return (
    <>
      {wanted && !job && <Notice tone="bad">{t('gone')}</Notice>}
      {job?.problem && (
        <Notice tone="bad">
          <p>{t(`problems.${job.problem.code}`)}</p>
          {job.problem.saying && (
            <p className="mt-1 break-words font-normal">
              <Said saying={job.problem.saying} />
            </p>
          )}
        </Notice>
      )}
      {job?.report && <ImportReport job={job} report={job.report} isDemonstration={isDemonstration} />}
      <Section id="import" title={t(job?.report ? 'another' : 'choose')}>
        <ImportForm
          key={job?.id}
          typed={job?.typed ?? null}
          faults={(job?.faults ?? []).map(({ field, code, saying }) => ({
            field,
            code,
            detail: saying && <Said saying={saying} />,
          }))}
          sources={sources.filter(({ demonstration }) => !demonstration).map(({ key }) => key)}
        />
      </Section>
      <Section id="runs" title={t('runs')}>
        <ImportRuns />
      </Section>
    </>
  )
}
