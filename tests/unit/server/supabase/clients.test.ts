import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { createTimedFetch } from '#lib/server/supabase/fetch.ts'
import { startUpstream } from '#tests/support/upstream.ts'

test('a complete environment is read', () => {
  const env = { SUPABASE_URL: 'http://127.0.0.1:1', SUPABASE_PUBLISHABLE_KEY: 'p', SUPABASE_SECRET_KEY: 's' }
  expect(readSupabaseEnv(env)).toEqual({ url: 'http://127.0.0.1:1', publishableKey: 'p', secretKey: 's' })
})

test('each missing or wrong variable is named, no value is told', () => {
  const read = () => readSupabaseEnv({ SUPABASE_URL: 'ftp://x', SUPABASE_SECRET_KEY: 'hush' })
  expect(read).toThrow(/SUPABASE_URL needs an address[\s\S]*SUPABASE_PUBLISHABLE_KEY is missing/)
  expect(read).not.toThrow('hush')
})

test('a database that never answers is given up', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  await expect(createTimedFetch(50)(address)).rejects.toThrow(/timeout/i)
  silent.closeAllConnections()
  silent.close()
})

test('a database that cannot serve is asked once, so that the time limit of a call is the one of the reading', async () => {
  let asked = 0
  const busy = await startUpstream((_request, response) => {
    asked += 1
    response.writeHead(503, { 'Retry-After': '0' }).end('{}')
  })
  const url = `http://127.0.0.1:${busy.port}`
  for (const client of [
    createAnonClient({ url, publishableKey: 'p' }),
    createAdminClient({ url, secretKey: 's' }),
  ]) {
    const { error } = await client.from('publication').select()
    expect(error).not.toBeNull()
  }
  expect(asked).toBe(2)
  await busy.close()
})
