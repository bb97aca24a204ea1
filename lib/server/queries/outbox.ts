/** Mails that wait: added, leased before they are sent, and closed after. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type NewMail = { recipient: string; locale: string; template: string; data: Record<string, string> }

/** Throws when the database does not take it. */
export async function addMail(client: AdminClient, { recipient, locale, template, data }: NewMail) {
  const { error } = await client.rpc('outbox_add', {
    mail_recipient: recipient,
    mail_locale: locale,
    mail_template: template,
    mail_data: JSON.stringify(data),
  })
  if (error) throw new Error(`The message cannot be stored: ${error.message}`)
}

/** Leases up to `most` mails, which no other server is given meanwhile. */
export async function leaseMails(client: AdminClient, most: number) {
  const { data, error } = await client.rpc('outbox_take', { most })
  if (error) throw new Error(`The outbox cannot be read: ${error.message}`)
  return data
}

/** Null for a mail that went out, else why it did not. */
export async function closeMail(client: AdminClient, id: string, fault: string | null): Promise<void> {
  const { error } = await client.rpc('outbox_close', { mail: id, fault: fault as string })
  if (error) throw new Error(`The outbox cannot be written: ${error.message}`)
}
