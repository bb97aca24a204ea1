/** What the page shows on which staff imports files: the job at hand, with all that the importer says in the reader's language, and earlier runs. */
import type { Locale } from '#lib/core/i18n/routing.ts'
import { OUTCOMES } from '#lib/server/import/counts.ts'
import { formatImportCure, formatImportMessage } from '#lib/server/import/format-import-message.ts'
import type { ImportMessage } from '#lib/server/import/import-messages.ts'
import { findImportJob, type ImportJob, type RunResult } from '#lib/server/moderation/import-job.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readImportRuns } from '#lib/server/queries/imports.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { readSources } from '#lib/server/queries/sources.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

/** `jobId` as the address names it. */
export async function loadImport(jobId: string | null, locale: Locale) {
  const client = await createSessionClient()
  const person = await readPerson(client)
  const job = person && (await findImportJob(createAdminClient(), jobId, person.id))
  const [sources, runs, snapshot] = await Promise.all([
    readSources(createAnonClient()),
    readImportRuns(client),
    readSnapshot().catch(() => null),
  ])
  return {
    /** A job that the address names and that has gone, or is another's. */
    isGone: jobId !== null && !job,
    problem: job?.problem
      ? {
          code: job.problem.code,
          message: job.problem.importMessage && toMessage(locale, job.problem.importMessage),
        }
      : null,
    report: job?.result ? toReport(locale, job, job.result) : null,
    form: {
      key: job?.id,
      typed: job?.typed ?? null,
      faults: (job?.faults ?? []).map(({ field, code, importMessage }) => ({
        field,
        code,
        message: importMessage ? toMessage(locale, importMessage) : null,
      })),
      sources: sources.filter(({ demonstration }) => !demonstration).map(({ key }) => key),
    },
    runs: runs.map(({ counts, ...run }) => ({
      ...run,
      read: counts.read ?? 0,
      outcomes: OUTCOMES.flatMap((name) => (counts[name] ? [{ name, count: counts[name] }] : [])),
    })),
    isDemonstration: snapshot?.demonstration ?? false,
  }
}

export type ImportPage = Awaited<ReturnType<typeof loadImport>>

/** `detail` is what a library or the database adds, in English, where the rest is in another language. */
export type WordedMessage = { text: string; detail: string | null }

function toMessage(locale: Locale, importMessage: ImportMessage): WordedMessage {
  const { detail } = importMessage.values
  return {
    text: formatImportMessage(locale, importMessage),
    detail: typeof detail === 'string' && locale !== 'en' ? detail : null,
  }
}

function toReport(locale: Locale, job: ImportJob, report: RunResult) {
  const { counts, seconds, fileFault, rejected, notices, isTrial } = report
  return {
    jobId: job.id,
    fileName: job.fileName,
    source: job.typed.source,
    publish: job.typed.publish,
    isTrial,
    seconds,
    counts: (['read', ...OUTCOMES] as const).map((name) => ({ name, count: counts[name] })),
    /** Rows that bringing the file in would add or change. */
    comesIn: counts.added + counts.updated + counts.review,
    rejectedCount: counts.rejected,
    reviewCount: counts.review,
    fileFault: fileFault && toMessage(locale, fileFault),
    notices: notices.map((notice) => formatImportMessage(locale, notice)),
    rejected: rejected.map(({ at, field = '', note }) => ({
      row: formatImportMessage(locale, at),
      field: formatImportMessage(locale, field),
      /** Whether the field is called as in the file. */
      isColumn: typeof field === 'string',
      message: note ? toMessage(locale, note) : null,
      cure: note ? formatImportCure(locale, note) : '',
    })),
    isReady: job.isReady,
  }
}

export type ImportReportData = ReturnType<typeof toReport>
