/** The Supabase-compatible interface over a database: lite's application with keys set, admin mode off and Supabase's limits. */
import { App, setExperimental } from '@supabase/lite'
import type { Database } from './database.ts'
import { requireMembers } from './known-versions.ts'
import { inMailLanguage } from './mail-language.ts'
import { createOutboxDriver } from './outbox-driver.ts'
import { createStorageFolder } from './storage-folder.ts'

const MAX_ROWS = 1000
const MAX_FILE_SIZE = '10MB'
/**
 * Lite gives each new account a random password of 256 bits, with which nobody signs in and which no search finds, however quickly its hash
 * is computed. At the usual cost that took a quarter of a second, by which anybody could tell new addresses from known ones.
 */
const PASSWORD_HASH_COST = '4'

type ApiKeys = { jwtSecret: string; publishableKey: string; secretKey: string }

type ApiOptions = {
  /** Where the storage's files lie; made with the first of them. */
  storageFolder: string
  /** Is told sign-in codes where no mail server is configured. */
  log?: ((text: string) => void) | undefined
}

export type SupabaseApi = {
  fetch(request: Request): Promise<Response>
  /** Creates the schemas `auth`, `storage` and that of the migrations' history. */
  ensureSystemSchema(): Promise<void>
}

export function createApi(
  database: Database,
  keys: ApiKeys,
  { storageFolder, log }: ApiOptions,
): SupabaseApi {
  setExperimental('storage', true)
  process.env.LITE_AUTH_BCRYPT_COST = PASSWORD_HASH_COST
  const app = new App({
    connection: database.connection,
    api: { schemas: ['public'], max_rows: MAX_ROWS },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
    },
    storage: { enabled: true, file_size_limit: MAX_FILE_SIZE },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      drivers: { email: createOutboxDriver(database, log ?? null) },
    },
  })
  requireMembers(app, ['_storageAdapter', 'ensureSystemSchema'], '@supabase/lite')
  app._storageAdapter = createStorageFolder(storageFolder)
  return {
    fetch: (request) => inMailLanguage(request.url, async () => app.fetch(request, { peerAddress: null })),
    ensureSystemSchema: () => app.ensureSystemSchema(),
  }
}
