/**
 * The embedded backend's keys: generated on the first run, kept beside the data, readable by the owner alone.
 * Keys that are public knowledge (the defaults of lite and of the Supabase CLI) are refused.
 */
import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const PUBLIC_KNOWLEDGE = new Set([
  'unsafe-secret-change-me',
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'sb_publishable_ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH',
  'sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz',
])

const secret = (form: RegExp, expected: string) =>
  z
    .string({ error: 'missing' })
    .regex(form, expected)
    .refine((value) => !PUBLIC_KNOWLEDGE.has(value), 'is a published default')

const secretsSchema = z.object({
  jwtSecret: secret(/^.{32,}$/, 'needs 32 characters or more'),
  publishableKey: secret(/^sb_publishable_.{20,}$/, 'needs the form sb_publishable_...'),
  secretKey: secret(/^sb_secret_.{20,}$/, 'needs the form sb_secret_...'),
})

export type Secrets = z.infer<typeof secretsSchema>

/** Checks a set of keys; throws one error that names every missing, short or publicly known one, never its value. */
export function parseSecrets(input: unknown, source: string): Secrets {
  const result = secretsSchema.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'keys'} ${issue.message}`)
  throw new Error(`The backend's keys from ${source} are refused: ${faults.join('; ')}.`)
}

export function generateSecrets(): Secrets {
  const random = () => randomBytes(32).toString('base64url')
  return {
    jwtSecret: random(),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
  }
}

/** Reads `secrets.json` of a data directory, or generates it; two first runs at once end up with the same keys. */
export function readSecrets(directory: string): Secrets {
  const file = join(directory, 'secrets.json')
  const read = () => parseSecrets(JSON.parse(readFileSync(file, 'utf8')), file)
  try {
    return read()
  } catch (fault) {
    if (!isMissingFile(fault)) throw fault
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(generateSecrets(), null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft)
  }
  return read()
}

function isMissingFile(fault: unknown): boolean {
  return (fault as NodeJS.ErrnoException).code === 'ENOENT'
}
