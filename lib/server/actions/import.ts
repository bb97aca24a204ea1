'use server'

/** Brings in what was tried out. The database asks for the role, and notes who does it before the first row. */
import { redirect } from 'next/navigation'
import { toImportPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { findImportJob } from '#lib/server/moderation/import-job.ts'
import { bringJobIn } from '#lib/server/moderation/run-import-job.ts'
import { readPerson } from '#lib/server/queries/people.ts'

export async function bringIn(form: FormData): Promise<void> {
  const { session, admin, locale } = await readRequestContext(form.get('locale'))
  const person = await readPerson(session)
  const job = person && (await findImportJob(admin, form.get('job'), person.id))
  if (!job) redirect(toImportPath(locale, 'gone'))
  if (job.isReady) await bringJobIn(admin, { ...job, locale })
  redirect(toImportPath(locale, job.id))
}
