/** What became of every row of an import, as CSV for the moderator who sent the file. */
import { Readable } from 'node:stream'
import { BYTE_ORDER_MARK } from '#lib/core/domain/format-csv.ts'
import { isModerator } from '#lib/core/domain/role.ts'
import { toFileResponse } from '#lib/server/interface/export-response.ts'
import { readImportFile } from '#lib/server/moderation/import-files.ts'
import { findImportJob, type ImportJob } from '#lib/server/moderation/import-job.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ job: string }> }) {
  const person = await readPerson(await createSessionClient())
  const client = createAdminClient()
  const job =
    person && isModerator(person) ? await findImportJob(client, (await params).job, person.id) : null
  if (!job?.result || job.problem?.code === 'running') return new Response(null, { status: 404 })
  const rows = Readable.toWeb(Readable.from(readReport(client, job))) as ReadableStream
  return toFileResponse(rows, 'text/csv; charset=utf-8', `keimzelle-import-${job.typed.source}.csv`)
}

/** Spreadsheets take a file without the mark for one of their own encoding. */
async function* readReport(client: AdminClient, { id, reportParts }: ImportJob): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK)
  yield* readImportFile(client, id, 'report', reportParts)
}
