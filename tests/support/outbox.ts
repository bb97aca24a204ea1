/** What the app under test holds, for browser tests: read and laid through the database's own interface. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AdminClient, createAdminClient } from '#lib/supabase/admin.ts'
import { readSecrets, type Secrets } from '#supabase/embedded/secrets.ts'

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
  const { data, error } = await client.rpc('outbox_take', { most: 100 })
  if (error) throw new Error(error.message)
  return data
    .filter(
      ({ recipient, template }) =>
        recipient === (wanted.recipient ?? recipient) && template === (wanted.template ?? template),
    )
    .map(({ recipient, template, data: text }) => ({ recipient, template, data: JSON.parse(text) }))
}
