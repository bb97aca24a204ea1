/** What the app under test holds, for browser tests: read and laid through the database's own interface. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { readSecrets, type Secrets } from '#supabase/embedded/secrets.ts'

const MAILS_AT_ONCE = 100

type Taken = Database['public']['Functions']['outbox_take']['Returns'][number]

export type QueuedMail = { recipient: string; template: string; data: Record<string, string> }

/** Where the app that Playwright has started keeps its data, and the keys to it. */
export function readAppAccess(): Secrets & { url: string } {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const { url } = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as { url: string }
  return { url, ...readSecrets(folder) }
}

/** A client with the secret key of that app. */
export function openAppDatabase(): AdminClient {
  return createAdminClient(readAppAccess())
}

/** Takes what waits, as the sender would, newest last; each mail is seen by one reader. */
export async function takeMails(
  client: AdminClient,
  wanted: Partial<Pick<QueuedMail, 'recipient' | 'template'>>,
): Promise<QueuedMail[]> {
  return (await takeAll(client))
    .filter(
      ({ recipient, template }) =>
        recipient === (wanted.recipient ?? recipient) && template === (wanted.template ?? template),
    )
    .map(({ recipient, template, data: text }) => ({ recipient, template, data: JSON.parse(text) }))
}

/** Oldest first, a hundred at a time: other tests leave mails of theirs behind. */
async function takeAll(client: AdminClient): Promise<Taken[]> {
  const { data, error } = await client.rpc('outbox_take', { most: MAILS_AT_ONCE })
  if (error) throw new Error(error.message)
  return data.length < MAILS_AT_ONCE ? data : [...data, ...(await takeAll(client))]
}
