/** Writes past row level security, for the importer and the backend's own work; never in code that a browser loads. */
import { type Client, createLimitedClient } from './client.ts'
import { readSupabaseEnv, type SupabaseEnv } from './env.ts'

/** A batch of an import may take its time. */
const LIMIT_MILLISECONDS = 60_000

export type AdminClient = Client

/** A client with the secret key. */
export function createAdminClient(
  { url, secretKey }: Omit<SupabaseEnv, 'publishableKey'> = readSupabaseEnv(),
): AdminClient {
  return createLimitedClient(url, secretKey, LIMIT_MILLISECONDS)
}
