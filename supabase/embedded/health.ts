/** Asks a backend how it is. */
export type Health = { ok: boolean; database?: string }

/** `ok` is false when it does not answer in time, its database does not, or the key is not its own. */
export async function readHealth(url: string, secretKey: string, limitMilliseconds = 2000): Promise<Health> {
  try {
    const response = await fetch(`${url}/health`, {
      headers: { apikey: secretKey },
      signal: AbortSignal.timeout(limitMilliseconds),
    })
    const body = (await response.json()) as { database?: string }
    return { ok: response.ok, ...(body.database && { database: body.database }) }
  } catch {
    return { ok: false }
  }
}
