/**
 * A fresh backend for a suite of database tests: all migrations, no rows but the reference ones. It runs in the tests' own
 * process, on PGlite or on PostgreSQL (TEST_DATABASE), so that tests reach it over HTTP and underneath by SQL.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/server.ts'
import { type ServedBackend, serveBackend } from '#supabase/embedded/backend.ts'
import { quietConsole } from '#supabase/embedded/lite/quiet-console.ts'
import type { RequestLimits } from '#supabase/embedded/listener.ts'
import { generateSecrets, type Secrets } from '#supabase/embedded/secrets.ts'

export type TestBackend = {
  kind: 'pglite' | 'postgres'
  url: string
  /** Where files lie, the storage's too. */
  dataDirectory: string
  keys: Secrets
  /** Publishable key, no session. */
  anon: AnonClient
  /** Secret key, past row level security. */
  admin: AdminClient
  /** One statement as the owner of the database. */
  sql: ServedBackend['database']['query']
  /** Several statements in one transaction as the owner. */
  script: ServedBackend['database']['script']
  stop(): Promise<void>
}

/** Starts one; call `stop` in `afterAll`. */
export async function startTestBackend(options: { limits?: RequestLimits } = {}): Promise<TestBackend> {
  quietConsole()
  const directory = mkdtempSync(join(tmpdir(), 'keimzelle-db-'))
  const keys = generateSecrets()
  const databaseUrl = await createTestDatabase()
  const served = await serveBackend({ dataDirectory: directory, databaseUrl, secrets: keys, ...options })
  const { url, database } = served
  return {
    kind: database.kind,
    url,
    dataDirectory: directory,
    keys,
    anon: createAnonClient({ url, publishableKey: keys.publishableKey }),
    admin: createAdminClient({ url, secretKey: keys.secretKey }),
    sql: database.query,
    script: database.script,
    stop: async () => {
      await served.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Has the app's own code, which reads its environment, speak to this backend; or to what stands before it at `url`. */
export function pointAppAt({ url, keys }: Pick<TestBackend, 'url' | 'keys'>): void {
  process.env.SUPABASE_URL = url
  process.env.SUPABASE_PUBLISHABLE_KEY = keys.publishableKey
  process.env.SUPABASE_SECRET_KEY = keys.secretKey
}

/** An empty database in the lane's cluster, or undefined on PGlite. */
export async function createTestDatabase(): Promise<string | undefined> {
  const cluster = inject('clusterUrl')
  if (!cluster) return undefined
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const owner = postgres(cluster, { max: 1, onnotice: () => {} })
  await owner.unsafe(`create database ${name}`)
  await owner.end()
  return cluster.replace(/\/[^/]*$/, `/${name}`)
}
