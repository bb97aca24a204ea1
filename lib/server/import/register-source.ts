/** Registers where entries come from, and each run; a source that is known stays as staff left it. */
import { addImportRun, addSource, hasSource } from '#lib/server/queries/imports.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { toImportMessage } from './import-messages.ts'
import type { Profile } from './profile.ts'
import { Fault } from './row.ts'

const SOURCE_KEY = /^[a-z0-9][a-z0-9_-]{0,62}$/

/** Throws with the cure when the key cannot name a source. */
export function parseSourceKey(text: string | undefined): string {
  if (text && SOURCE_KEY.test(text) && text !== 'demonstration') return text
  if (!text)
    throw new Error('--source is missing: a short key for where the rows come from, such as osm-2026.')
  throw new Error(
    `--source ${text} cannot name a source: give lower-case letters, digits, - or _, such as --source osm-2026.`,
  )
}

/** Adds the source unless it is there. */
export async function registerSource(client: AdminClient, key: string, { source }: Profile): Promise<void> {
  const isKnown = await hasSource(client, key).catch((cause: Error) => {
    throw new Fault(toImportMessage('runs.sources-unread', { detail: cause.message }))
  })
  if (isKnown) return
  await addSource(client, {
    key,
    title: source?.title ?? key,
    license: source?.license ?? 'not stated',
    license_url: source?.licenseUrl ?? null,
    attribution: source?.attribution ?? '',
    retrieved_on: new Date().toISOString().slice(0, 10),
  }).catch((cause: Error) => {
    throw new Fault(toImportMessage('runs.source-refused', { detail: cause.message }))
  })
}

/** Notes a run and what became of its rows. */
export async function recordRun(
  client: AdminClient,
  run: { source: string; profile: string; file: string; startedAt: Date; counts: object },
): Promise<void> {
  await addImportRun(client, {
    source_key: run.source,
    profile: run.profile,
    file_name: run.file,
    started_at: run.startedAt.toISOString(),
    finished_at: new Date().toISOString(),
    counts: { ...run.counts },
  }).catch((cause: Error) => {
    throw new Fault(toImportMessage('runs.run-refused', { detail: cause.message }))
  })
}
