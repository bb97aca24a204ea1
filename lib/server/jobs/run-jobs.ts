/** What the server does by itself, without a cron daemon: sends mail, asks whether spaces are still free, and removes what has served its purpose. */
import { readCity } from '#lib/server/city.ts'
import { readLinkOrigin } from '#lib/server/http/public-url.ts'
import { openSender, sendOutbox } from '#lib/server/mail/send-outbox.ts'
import { purgePhotos } from '#lib/server/media/purge-photos.ts'
import { purgeImports } from '#lib/server/moderation/purge-imports.ts'
import { purgeExpired } from '#lib/server/queries/upkeep.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { askOfferers } from './ask-offerers.ts'

const MAIL_EVERY_MILLISECONDS = 5_000
const PURGE_EVERY_MILLISECONDS = 60 * 60 * 1000
const PURGE_IMPORTS_EVERY_MILLISECONDS = 10 * 60 * 1000
const ASK_EVERY_MILLISECONDS = 60 * 60 * 1000

/** Starts all; each waits for its last run to end. Several servers may run them at once. */
export function startJobs(env: Readonly<Record<string, string | undefined>> = process.env): void {
  const client = createAdminClient()
  repeat(PURGE_EVERY_MILLISECONDS, async () => {
    await purgeExpired(client)
    await purgePhotos(client)
  })
  repeat(PURGE_IMPORTS_EVERY_MILLISECONDS, () => purgeImports(client))
  repeat(ASK_EVERY_MILLISECONDS, () => askOfferers(client, readCity().confirmAfterMonths))
  if (!env.SMTP_URL) return
  const sender = openSender(env.SMTP_URL, env.MAIL_FROM ?? readCity().operator.email, readLinkOrigin(env))
  repeat(MAIL_EVERY_MILLISECONDS, () => sendOutbox(client, sender))
}

/** A failing run is said once and tried again at its next time. */
function repeat(everyMilliseconds: number, job: () => Promise<unknown>): void {
  let lastFault = ''
  const run = async () => {
    const fault = await job().then(
      () => '',
      (cause: Error) => cause.message,
    )
    if (fault && fault !== lastFault) console.error(fault)
    lastFault = fault
    setTimeout(run, everyMilliseconds).unref()
  }
  setTimeout(run, Math.min(everyMilliseconds, 10_000)).unref()
}
