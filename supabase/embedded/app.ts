/** The Supabase-compatible interface over a database: lite's application with keys set, admin mode off and Supabase's limits. */
import { App, InMemoryEmailDriver } from '@supabase/lite'
import type { Database } from './database.ts'
import type { Secrets } from './secrets.ts'

export const MAX_ROWS = 1000

export function createApp({ connection }: Database, secrets: Secrets): App {
  return new App({
    connection,
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
      drivers: { email: new InMemoryEmailDriver() },
    },
  })
}
