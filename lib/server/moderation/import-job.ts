/**
 * An import from the page, between choosing a file and bringing it in: a row and its files in the storage, so that any process of the app
 * may show it or go on with it. One a person; it goes after two hours.
 */
import { z } from 'zod'
import type { TypedImport } from '#lib/core/domain/import-limits.ts'
import { LOCALES, type Locale } from '#lib/core/i18n/routing.ts'
import type { ImportMessage } from '#lib/server/import/import-messages.ts'
import type { Profile } from '#lib/server/import/profile.ts'
import type { ThreadResult } from '#lib/server/import/thread.ts'
import { readImportJob } from '#lib/server/queries/import-jobs.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { ImportFault } from './import-form.ts'

/** `busy`: one import at a time; `running`: this one; `ended`: the process that ran it is gone. */
type ImportProblem = {
  code: 'busy' | 'running' | 'ended' | 'failed' | 'forbidden'
  importMessage: ImportMessage | null
}

/** What a run came to; its faults name the file without our folder. */
export type RunResult = ThreadResult & { isTrial: boolean }

export type ImportJob = {
  id: string
  personId: string
  /** Of who asked; the report is written in it. */
  locale: Locale
  typed: TypedImport
  faults: ImportFault[]
  fileName: string
  profile: Profile | null
  /** Whether it can be brought in: neither refused nor in already, and not just being run. */
  isReady: boolean
  fileParts: number
  reportParts: number
  result: RunResult | null
  problem: ImportProblem | null
}

/** What the database keeps as this code wrote it is taken for what it was. */
const asWritten = <T>() => z.custom<T>((value) => value !== undefined)
const row = z.object({
  id: z.uuid(),
  state: z.enum(['receiving', 'waiting', 'checking', 'importing', 'closed']),
  locale: z.enum(LOCALES),
  file_name: z.string(),
  typed: asWritten<TypedImport>(),
  profile: asWritten<Profile | null>(),
  faults: asWritten<ImportFault[]>(),
  file_parts: z.number(),
  report_parts: z.number(),
  result: asWritten<RunResult | null>(),
  problem: asWritten<ImportProblem | null>(),
})

/** Null for another's, and for one that has ended. Throws when the database does not answer. */
export async function findImportJob(
  client: AdminClient,
  id: unknown,
  personId: string,
): Promise<ImportJob | null> {
  if (!z.uuid().safeParse(id).success) return null
  const found = await readImportJob(client, String(id), personId)
  if (!found) return null
  const { state, file_name, file_parts, report_parts, ...rest } = row.parse(found)
  const isRunning = state === 'checking' || state === 'importing'
  return {
    ...rest,
    personId,
    fileName: file_name,
    fileParts: file_parts,
    reportParts: report_parts,
    isReady: state === 'waiting',
    problem: isRunning ? { code: 'running', importMessage: null } : rest.problem,
  }
}
