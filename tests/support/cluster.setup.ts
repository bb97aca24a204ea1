/** Before the database lane: one PostgreSQL cluster for all its suites (TEST_DATABASE=postgres), or the prepared PGlite. */
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '#supabase/embedded/prepared.ts'
import { startCluster } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string | undefined
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  if (process.env.TEST_DATABASE !== 'postgres') {
    project.provide('clusterUrl', undefined)
    await prepareDatabase()
    return () => {}
  }
  const cluster = await startCluster()
  project.provide('clusterUrl', cluster.url)
  return cluster.stop
}
