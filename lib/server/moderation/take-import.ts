/** From the form of an import to its report: receive, check, try out. */
import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toImportPath } from '#lib/core/view/paths.ts'
import { openJob } from './import-desk.ts'
import { readImportForm } from './import-form.ts'
import { tryOut } from './import-thread.ts'
import { type ReceivedForm, receiveImport } from './receive-import.ts'

/** The path of the page that says what came of it; null where the body was no such form. */
export async function takeImport(request: Request, personId: string): Promise<string | null> {
  const job = await openJob(personId)
  let form: ReceivedForm
  try {
    form = await receiveImport(request, job.folder)
  } catch (fault) {
    console.error(`A form with an import did not arrive: ${(fault as Error).message}`)
    return null
  }
  const { typed, faults, profile } = await readImportForm(form)
  const file = form.files.file?.path
  const locale = toLocale(form.fields.locale ?? '')
  Object.assign(job, { locale, typed, faults, fileName: file ? basename(file) : '' })
  if (faults.length === 0 && file && profile) {
    job.ready = { file, profile }
    await tryOut(job)
    const { report } = job
    if (report?.fileFault && report.counts.read === 0) {
      job.faults = [{ field: 'file', code: 'file-unreadable', saying: report.fileFault }]
      Object.assign(job, { ready: null, report: null })
    }
  }
  if (!job.ready && file) await rm(dirname(file), { recursive: true, force: true })
  return toImportPath(locale, job.id)
}
