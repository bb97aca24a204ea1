/** Sends what waits in the outbox. A mail is leased before it is sent and closed after: at least once, under one Message-ID. */
import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { closeMail, leaseMails } from '#lib/server/queries/outbox.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { type MailData, writeMail } from './write-mail.ts'

const MAILS_AT_ONCE = 20
const LIMIT_MILLISECONDS = 15_000

export type MailSender = { transport: Transporter; from: string; publicUrl: string }

/** A sender for an address such as smtps://user:password@mail.example.org; nothing is asked of the server yet. */
export function openSender(smtpUrl: string, from: string, publicUrl: string): MailSender {
  const limits = {
    connectionTimeout: LIMIT_MILLISECONDS,
    greetingTimeout: LIMIT_MILLISECONDS,
    socketTimeout: LIMIT_MILLISECONDS,
  }
  return { transport: createTransport({ url: smtpUrl, ...limits }), from, publicUrl }
}

/** Sends up to twenty; returns how many went out. A fault of one mail is noted with it and stops no other. */
export async function sendOutbox(client: AdminClient, sender: MailSender): Promise<number> {
  const mails = await leaseMails(client, MAILS_AT_ONCE)
  let sent = 0
  for (const mail of mails) {
    const fault = await sendMail(mail, sender).then(
      () => null,
      (cause: Error) => cause.message,
    )
    if (fault === null) sent += 1
    await closeMail(client, mail.id, fault)
  }
  return sent
}

type Row = { message_id: string; recipient: string; locale: string; template: string; data: string }

async function sendMail(row: Row, { transport, from, publicUrl }: MailSender): Promise<void> {
  const locale = LOCALES.find((known) => known === row.locale) ?? 'de'
  const mail = writeMail(row.template, locale, JSON.parse(row.data) as MailData, publicUrl)
  await transport.sendMail({
    ...mail,
    from,
    to: { name: '', address: row.recipient },
    messageId: `<${row.message_id}@${new URL(publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
