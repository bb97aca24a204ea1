'use server'

/** Brings in what was tried out. The database asks for the role, and notes who does it before the first row. */
import { redirect } from 'next/navigation'
import { toImportPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { toSaying } from '#lib/server/import/sayings.ts'
import { findJob } from '#lib/server/moderation/import-desk.ts'
import { bringJobIn } from '#lib/server/moderation/import-thread.ts'
import { beginImport } from '#lib/server/queries/imports.ts'
import { readPerson } from '#lib/server/queries/people.ts'

export async function bringIn(form: FormData): Promise<void> {
  const { session, admin, locale } = await readRequestContext(form.get('locale'))
  const person = await readPerson(session)
  const job = person && findJob(form.get('job'), person.id)
  if (!job?.ready) redirect(toImportPath(locale, 'gone'))
  job.locale = locale
  const { source, publish } = job.typed
  const { profile } = job.ready
  await bringJobIn(job, async () => {
    const payload = { person: job.personId, source, publish, profile: profile.name, file: job.fileName }
    const refused = await beginImport(admin, payload)
    if (!refused) return null
    if (refused.fault === 'forbidden') return { code: 'forbidden', saying: null }
    return { code: 'failed', saying: toSaying('runs.run-refused', { detail: refused.detail }) }
  })
  redirect(toImportPath(locale, job.id))
}
