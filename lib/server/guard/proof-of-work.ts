/**
 * A question that costs a machine about a second and a person nothing: it makes floods dear without asking anybody else. Challenges are
 * signed, not stored; only spent ones are, so that each counts once.
 */
import { hkdfSync } from 'node:crypto'
import { createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

const ALGORITHM = 'PBKDF2/SHA-256'
/** Iterations a try, and about 256 tries for a two-digit prefix: half a second to two on a phone. */
const COST = 4000
const KEY_PREFIX = '00'
const CHALLENGE_LIFE_SECONDS = 15 * 60

const payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string().min(16).max(100),
      salt: z.string().max(200),
      cost: z.literal(COST),
      keyLength: z.number(),
      keyPrefix: z.literal(KEY_PREFIX),
      expiresAt: z.number(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string().max(200) }),
})

/** A signed challenge for a browser to solve. */
export function issueChallenge(secretKey: string): ReturnType<typeof createChallenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    keyPrefix: KEY_PREFIX,
    deriveKey,
    expiresAt: Math.floor(Date.now() / 1000) + CHALLENGE_LIFE_SECONDS,
    hmacSignatureSecret: toSigningKey(secretKey),
  })
}

/**
 * The challenge that a proof (base64 of JSON) solves, by its id and the time (ISO) until which it counts; null where it is not one of ours, has
 * expired or is not solved. Anyone who takes it has to spend it (`challenge_spend`), since it counts once.
 */
export async function readProof(
  secretKey: string,
  proof: string,
): Promise<{ id: string; expires: string } | null> {
  const parsed = payload.safeParse(parseBase64Json(proof))
  if (!parsed.success) return null
  const { challenge, solution } = parsed.data as Payload
  const result = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: toSigningKey(secretKey),
  }).catch(() => null)
  if (!result?.verified) return null
  const { nonce, expiresAt = 0 } = challenge.parameters
  return { id: nonce, expires: new Date(expiresAt * 1000).toISOString() }
}

/** A key of its own, so that a signature says nothing about the secret it comes from (RFC 5869). */
function toSigningKey(secretKey: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'keimzelle proof of work', 32)).toString('hex')
}

function parseBase64Json(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
  } catch {
    return null
  }
}
