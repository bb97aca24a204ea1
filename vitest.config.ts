import { defineConfig } from 'vitest/config'

// Two lanes: `unit` runs in seconds and needs nothing; `db` needs a database and runs file after file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/rooms.test.ts', 'tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['tests/support/temporary.setup.ts'],
          // A limit for what hangs, not a measure: a busy machine is slow.
          testTimeout: 30_000,
        },
      },
      {
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
