/**
 * Before the database lane: the prepared PGlite, or one PostgreSQL cluster for all its suites (TEST_DATABASE=postgres) with a database
 * that has all migrations, of which each suite that needs its own gets a copy.
 */
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { createApi } from '#supabase/embedded/lite/api.ts'
import { openPostgres } from '#supabase/embedded/lite/database.ts'
import { migrate } from '#supabase/embedded/migrate.ts'
import { prepareDatabase } from '#supabase/embedded/prepared.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { startCluster, toDatabaseUrl } from './postgres.ts'

const TEMPLATE = 'migrated'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `template` is the database with all migrations. */
    cluster: { url: string; template: string } | undefined
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  if (process.env.TEST_DATABASE !== 'postgres') {
    project.provide('cluster', undefined)
    await prepareDatabase()
    return () => {}
  }
  const cluster = await startCluster()
  try {
    await createTemplate(cluster.url)
  } catch (fault) {
    cluster.stop()
    throw fault
  }
  project.provide('cluster', { url: cluster.url, template: TEMPLATE })
  return cluster.stop
}

async function createTemplate(clusterUrl: string): Promise<void> {
  const owner = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  await owner.unsafe(`create database ${TEMPLATE}`)
  await owner.end()
  const database = openPostgres(toDatabaseUrl(clusterUrl, TEMPLATE))
  try {
    await migrate(database, createApi(database, generateSecrets(), { storageFolder: '' }))
  } finally {
    await database.close()
  }
}
