/** The mail that the app under test would send, for browser tests: read through the database's own interface. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AdminClient, createAdminClient } from '#lib/supabase/admin.ts'

export type QueuedMail = { recipient: string; template: string; data: Record<string, string> }

/** A client with the secret key of the app that Playwright has started. */
export function openAppDatabase(): AdminClient {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return createAdminClient({ url: read('backend.json').url, secretKey: read('secrets.json').secretKey })
}

/** Takes what waits, as the sender would; each mail is seen by one reader. */
export async function takeMails(client: AdminClient, template: string): Promise<QueuedMail[]> {
  const { data, error } = await client.rpc('outbox_take', { most: 100 })
  if (error) throw new Error(error.message)
  return data
    .filter((mail) => mail.template === template)
    .map(({ recipient, template: name, data: text }) => ({
      recipient,
      template: name,
      data: JSON.parse(text),
    }))
}
