/** Reads as an anonymous visitor would: row level security and the column grants decide what comes back. */
import { type Client, createLimitedClient } from './client.ts'
import { readSupabaseEnv, type SupabaseEnv } from './env.ts'

const LIMIT_MILLISECONDS = 10_000

export type AnonClient = Client

/** A client with the publishable key. */
export function createAnonClient(
  { url, publishableKey }: Omit<SupabaseEnv, 'secretKey'> = readSupabaseEnv(),
): AnonClient {
  return createLimitedClient(url, publishableKey, LIMIT_MILLISECONDS)
}
