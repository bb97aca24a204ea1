import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateSecrets, parseSecrets, readSecrets } from '#supabase/embedded/secrets.ts'
import { parseSettings } from '#supabase/embedded/settings.ts'

const keys = generateSecrets()
const environment = {
  BACKEND_JWT_SECRET: keys.jwtSecret,
  SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
  SUPABASE_SECRET_KEY: keys.secretKey,
}

describe('keys', () => {
  test('generated ones are accepted and never the same', () => {
    expect(parseSecrets(keys, 'a test')).toEqual(keys)
    expect(new Set([...Object.values(keys), ...Object.values(generateSecrets())]).size).toBe(6)
  })

  test('every fault is named at once, and no value is told', () => {
    const wrong = { jwtSecret: 'hush-hush', publishableKey: keys.publishableKey }
    expect(() => parseSecrets(wrong, 'a test')).toThrow(/jwtSecret needs 32 characters.*secretKey missing/)
    expect(() => parseSecrets(wrong, 'a test')).not.toThrow('hush-hush')
  })

  test('a key of the wrong kind is refused', () => {
    expect(() => parseSecrets({ ...keys, publishableKey: keys.secretKey }, 'a test')).toThrow(
      'sb_publishable_',
    )
  })
})

describe('the file beside the data', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'keimzelle-secrets-'))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  test('is written once, for the owner alone, and read again', () => {
    const first = readSecrets(directory)
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readSecrets(directory)).toEqual(first)
  })

  test('with a published default it is refused, and left as it is', () => {
    const file = join(directory, 'secrets.json')
    const text = JSON.stringify({
      ...keys,
      jwtSecret: 'super-secret-jwt-token-with-at-least-32-characters-long',
    })
    writeFileSync(file, text)
    expect(() => readSecrets(directory)).toThrow('jwtSecret is a published default')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('settings of the process', () => {
  test('come from the environment', () => {
    expect(parseSettings({ ...environment, DATA_DIR: '/data', BACKEND_PORT: '4000' })).toEqual({
      dataDirectory: '/data',
      databaseUrl: undefined,
      seedsDemonstration: false,
      port: 4000,
      secrets: keys,
    })
  })

  test.each([
    [{ BACKEND_HOST: '0.0.0.0' }, '127.0.0.1 only'],
    [{ BACKEND_HOST: 'localhost.example.org' }, '127.0.0.1 only'],
    [{ BACKEND_PORT: '70000' }, 'is no port'],
    [{ DATABASE_URL: 'mysql://somewhere' }, 'postgresql://'],
    [{ SUPABASE_SECRET_KEY: undefined }, 'secretKey missing'],
  ])('%o is refused', (change, reason) => {
    expect(() => parseSettings({ ...environment, ...change })).toThrow(reason)
  })
})
