/** A request's body as an object, within the published limit, and the hash of what it proposes. */
import { createHash } from 'node:crypto'
import { MAX_BODY_BYTES } from '#lib/core/domain/body-limit.ts'
import { readLimited } from '#lib/server/http/read-limited.ts'

export type JsonBody = { input: Record<string, unknown>; hash: string }

/** Rejects nothing: what cannot be read is named instead. */
export async function readJsonBody(request: Request): Promise<JsonBody | 'too-large' | 'no-json'> {
  const bytes = await readBodyBytes(request, MAX_BODY_BYTES)
  if (bytes === 'too-large') return bytes
  let input: unknown
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return 'no-json'
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'no-json'
  return { input: input as Record<string, unknown>, hash: hashInput(input as Record<string, unknown>) }
}

/** The proof is left out: a browser that sends again after a lost answer may have had to compute another. */
export function hashInput({ proof: _, ...input }: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

/** A body of at most so many bytes; a larger one is read no further. */
export async function readBodyBytes(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large'
  return (await readLimited(request.body, maxBytes)) ?? 'too-large'
}
