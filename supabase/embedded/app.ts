/** The Supabase-compatible interface over a database: lite's application with keys set, admin mode off and Supabase's limits. */
import { App } from '@supabase/lite'
import type { Database } from './database.ts'
import { createOutboxDriver } from './outbox-driver.ts'
import type { Secrets } from './secrets.ts'

export const MAX_ROWS = 1000

/** `say` hears of sign-in codes where no mail server is configured. */
export function createApp(
  database: Database,
  secrets: Secrets,
  say: ((text: string) => void) | null = null,
): App {
  return new App({
    connection: database.connection,
    api: { schemas: ['public'], max_rows: MAX_ROWS },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
    },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      drivers: { email: createOutboxDriver(database, say) },
    },
  })
}
