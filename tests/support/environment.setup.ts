/** Before each file of the database lane, since they share a process: the backend that a file points the app at goes with it. */
import { afterAll } from 'vitest'
import { APP_VARIABLES } from './backend.ts'

const before = APP_VARIABLES.map((name) => [name, process.env[name]] as const)

afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})
