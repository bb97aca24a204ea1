/**
 * A register behind PostgREST's interface on the loopback, whose rows, version and mood a test decides: it serves, fails, or
 * leaves questions open. It counts what it is asked.
 */

import { type AnonClient, createAnonClient } from '#lib/server/supabase/anon-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { startUpstream } from './upstream.ts'

export type PublicEntryRow = Database['public']['Views']['entries']['Row']

export type RestRegister = {
  client: AnonClient
  url: string
  /** Ordered by id, as the view is asked for them. */
  rows: PublicEntryRow[]
  version: number
  mood: 'serving' | 'failing' | 'silent'
  /** How often a table was read since the last call; counting its rows (HEAD) is no reading. */
  takeCount(table: string): number
  close(): Promise<void>
}

/** Starts one; call `close` in the end. */
export async function startRestRegister(rows: PublicEntryRow[] = []): Promise<RestRegister> {
  const counts = new Map<string, number>()
  const upstream = await startUpstream((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://register')
    const table = pathname.replace('/rest/v1/', '')
    if (request.method !== 'HEAD') counts.set(table, (counts.get(table) ?? 0) + 1)
    if (register.mood === 'silent') return
    if (register.mood === 'failing')
      return void response.writeHead(500).end('{"message":"The disk is full."}')
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(answer(table, searchParams)))
  })
  const answer = (table: string, params: URLSearchParams): unknown => {
    if (table === 'publication') return { version: register.version, demonstration: false }
    if (table !== 'entries') return []
    const after = params.get('id')?.replace('gt.', '') ?? ''
    return register.rows.filter(({ id }) => (id ?? '') > after).slice(0, Number(params.get('limit')))
  }
  const url = `http://127.0.0.1:${upstream.port}`
  const register: RestRegister = {
    client: createAnonClient({ url, publishableKey: 'sb_publishable_test' }),
    url,
    rows,
    version: 1,
    mood: 'serving',
    takeCount: (table) => {
      const count = counts.get(table) ?? 0
      counts.delete(table)
      return count
    },
    close: upstream.close,
  }
  return register
}
