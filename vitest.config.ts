import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What a build would keep from browsers, tests may import. */
const SERVER_ONLY = { 'server-only': resolve(import.meta.dirname, 'node_modules/server-only/empty.js') }

/** `tests/db/once` asks nothing that the database answers: PGlite's lane runs it, PostgreSQL's in the deep run alone. */
const isSecondLane = process.env.TEST_DATABASE === 'postgres' && process.env.TEST_DEPTH !== 'deep'

// Two lanes: `unit` runs in seconds and needs nothing; `db` needs a database and runs file after file in one process, so that they share it.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: SERVER_ONLY },
        test: {
          name: 'unit',
          include: ['tests/house/**/*.test.ts', 'tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['tests/support/temporary.setup.ts'],
          // A limit for what hangs, not a measure: a busy machine is slow.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias: SERVER_ONLY },
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          exclude: isSecondLane ? ['tests/db/once/**'] : [],
          environment: 'node',
          setupFiles: ['tests/support/environment.setup.ts'],
          fileParallelism: false,
          isolate: false,
          globalSetup: ['tests/support/temporary.setup.ts', 'tests/support/cluster.setup.ts'],
          // Limits for what hangs, as above.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
