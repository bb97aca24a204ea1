/** The names under which a proposal is found again: a reference to say aloud, and a token that only its links know. */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** Crockford's base 32: no sign is taken for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Such as KZ-7F3M-Q0XA. */
export function createReference(): string {
  const part = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return `KZ-${part()}-${part()}`
}

/** Follows from reference and secret, so that later mails can carry the link again; the database holds the hash alone. */
export function toStatusToken(reference: string, secretKey: string): string {
  return createHmac('sha256', secretKey).update(`status of ${reference}`).digest('base64url')
}

/** 256 random bits for a link that is used once. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as 64 hexadecimal digits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The page that tells how a proposal stands. */
export function toStatusPath(locale: string, reference: string, secretKey: string): string {
  return `/${locale}/propose/${reference}?token=${toStatusToken(reference, secretKey)}`
}
