/** Buckets that count how often somebody did a thing. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

/** Takes one out of a bucket; 0 when it was free, else the seconds until the next is. */
export async function takeFromBucket(
  client: AdminClient,
  bucket: string,
  { most, windowSeconds }: { most: number; windowSeconds: number },
): Promise<number> {
  const { data, error } = await client.rpc('rate_take', { bucket, most, window_seconds: windowSeconds })
  if (error) throw new Error(`The limits cannot be read: ${error.message}`)
  return data
}
