/**
 * Takes lite's sign-in mails and puts our own into the outbox instead: lite's link would spend the token when a mail scanner opens it,
 * ours opens a page with a button. Where no mail server is configured, the code is shown too.
 */
import type { Database } from './database.ts'
import { readMailLanguage } from './mail-language.ts'

type EmailMessage = { to: string; text?: string; html?: string }

export type OutboxDriver = { send(message: EmailMessage): Promise<void> }

/** Rejects when lite's mail has another form than expected, so that nobody waits for a mail that never comes. */
export function createOutboxDriver(
  database: Pick<Database, 'query'>,
  log: ((text: string) => void) | null,
): OutboxDriver {
  return {
    send: async ({ to, text = '' }) => {
      const code = /\b\d{6}\b/.exec(text)?.[0]
      const token = /[?&]token=([0-9a-f]{32,})/.exec(text)?.[1]
      if (!code || !token) throw new Error('The sign-in mail of this version of @supabase/lite is not known.')
      const locale = readMailLanguage()
      const data = { code, confirm_path: `/${locale}/sign-in/confirm?token=${token}` }
      await database.query(
        `insert into private.outbox (recipient, locale, template, data) values ($1, $2, 'sign-in', ($3::text)::jsonb)`,
        [to, locale, JSON.stringify(data)],
      )
      log?.(`Sign-in code for ${to}: ${code}`)
    },
  }
}
