/** From the form of an import to its report: receive, check, store, try out. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toImportPath } from '#lib/core/view/paths.ts'
import { openImportJob, storeImportJob } from '#lib/server/queries/import-jobs.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { storeImportFile } from './import-files.ts'
import { readImportForm } from './import-form.ts'
import { findImportJob } from './import-job.ts'
import { purgeImports } from './purge-imports.ts'
import { type ReceivedForm, receiveImport } from './receive-import.ts'
import { tryOut } from './run-import-job.ts'

/** The path of the page that says what came of it; null where the body was no such form. */
export async function takeImport(
  client: AdminClient,
  request: Request,
  personId: string,
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'keimzelle-imports-'))
  try {
    return await takeForm(client, await receiveImport(request, folder), personId)
  } catch (fault) {
    console.error(`A form with an import was not taken: ${(fault as Error).message}`)
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeForm(client: AdminClient, form: ReceivedForm, personId: string): Promise<string> {
  const { typed, faults, profile } = await readImportForm(form)
  const path = form.files.file?.path
  const locale = toLocale(form.fields.locale ?? '')
  const id = await openImportJob(client, {
    person: personId,
    locale,
    file_name: path ? basename(path) : '',
    typed,
    profile,
    faults,
  })
  if (faults.length === 0 && path) {
    await storeImportJob(client, id, await storeImportFile(client, id, 'file', path))
    const job = await findImportJob(client, id, personId)
    if (job) await tryOut(client, job, { path })
  }
  // What this one replaces goes at once; where that fails, the next purge takes it.
  await purgeImports(client).catch((fault: Error) => console.error(fault.message))
  return toImportPath(locale, id)
}
