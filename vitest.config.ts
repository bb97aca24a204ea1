import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What a build would keep from browsers, tests may import. */
const SERVER_ONLY = { 'server-only': resolve(import.meta.dirname, 'node_modules/server-only/empty.js') }

// Two lanes: `unit` runs in seconds and needs nothing; `db` needs a database and runs file after file.
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
          environment: 'node',
          fileParallelism: false,
          globalSetup: ['tests/support/temporary.setup.ts', 'tests/support/cluster.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
