/** What the pages of admins show; only for those whose role the page is for. */
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readLinkOrigin } from '#lib/server/http/public-url.ts'
import { type MailData, writeMail } from '#lib/server/mail/write-mail.ts'
import { readAudit, readOutbox, readPeople } from '#lib/server/queries/administration.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

export async function loadPeople() {
  return readPeople(await createSessionClient())
}

export type StaffPerson = Awaited<ReturnType<typeof loadPeople>>[number]

/** Newest first; `before` is the id below which the page begins, or null. */
export async function loadAudit(before: number | null) {
  return { before, ...(await readAudit(await createSessionClient(), before)) }
}

export type AuditPage = Awaited<ReturnType<typeof loadAudit>>

/** Each mail with its text, unless it has gone; sign-in codes only where no mail server brings them to their owners. */
export async function loadOutbox() {
  const mails = await readOutbox(await createSessionClient())
  const isSent = Boolean(process.env.SMTP_URL)
  return mails.map((mail) => {
    const isHidden = mail.state === 'sent' || (mail.template === 'sign-in' && isSent)
    return { ...mail, content: isHidden ? null : toContent(mail) }
  })
}

export type OutboxMail = Awaited<ReturnType<typeof loadOutbox>>[number]

function toContent(mail: { template: string; locale: string; data: string }) {
  const data = JSON.parse(mail.data) as MailData
  const { subject, text } = writeMail(mail.template, toLocale(mail.locale), data, readLinkOrigin())
  return { subject, text }
}
