/**
 * A backend for a suite of database tests: all migrations, no rows but the reference ones. It runs in the tests' own process, on
 * PGlite or on PostgreSQL (TEST_DATABASE), so that tests reach it over HTTP and underneath by SQL. Suites of one process follow each
 * other on the same one, which is emptied in between.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { type ServedBackend, serveBackend } from '#supabase/embedded/backend.ts'
import type { RequestLimits } from '#supabase/embedded/listener.ts'
import { quietConsole } from '#supabase/embedded/lite/quiet-console.ts'
import { generateSecrets, type Secrets } from '#supabase/embedded/secrets.ts'
import { toDatabaseUrl } from './postgres.ts'
import { prepareRestore } from './restore.ts'

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

type SharedBackend = { backend: TestBackend; empty(): Promise<void>; isInUse: boolean }

let shared: Promise<SharedBackend> | undefined

/** Call `stop` in `afterAll`. One with limits of its own is a new one. */
export async function startTestBackend(options: { limits?: RequestLimits } = {}): Promise<TestBackend> {
  quietConsole()
  if (options.limits) return openTestBackend(options)
  shared ??= openShared()
  const kept = await shared
  // A suite that failed on its way to `stop` leaves its rows.
  if (kept.isInUse) await kept.empty()
  kept.isInUse = true
  const stop = async () => {
    await kept.empty()
    kept.isInUse = false
  }
  return { ...kept.backend, stop }
}

async function openShared(): Promise<SharedBackend> {
  const backend = await openTestBackend()
  const restore = await prepareRestore({ query: backend.sql, script: backend.script })
  const empty = async () => {
    await restore()
    rmSync(join(backend.dataDirectory, 'storage'), { recursive: true, force: true })
  }
  return { backend, empty, isInUse: false }
}

async function openTestBackend(options: { limits?: RequestLimits } = {}): Promise<TestBackend> {
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

/** What `pointAppAt` sets. */
export const APP_VARIABLES = ['SUPABASE_URL', 'SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_SECRET_KEY'] as const

/** Has the app's own code, which reads its environment, speak to this backend; or to what stands before it at `url`. */
export function pointAppAt({ url, keys }: Pick<TestBackend, 'url' | 'keys'>): void {
  process.env.SUPABASE_URL = url
  process.env.SUPABASE_PUBLISHABLE_KEY = keys.publishableKey
  process.env.SUPABASE_SECRET_KEY = keys.secretKey
}

/** A database in the lane's cluster, with all migrations or empty; undefined on PGlite, which keeps its own in the data directory. */
export async function createTestDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<string | undefined> {
  const cluster = inject('cluster')
  if (!cluster) return undefined
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const owner = postgres(cluster.url, { max: 1, onnotice: () => {} })
  await owner.unsafe(
    `create database ${name} template ${content === 'migrated' ? cluster.template : 'template1'}`,
  )
  await owner.end()
  return toDatabaseUrl(cluster.url, name)
}
