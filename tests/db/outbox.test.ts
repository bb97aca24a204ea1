/** The outbox against a real SMTP server on loopback. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSender, sendOutbox } from '#lib/server/mail/send-outbox.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

let backend: TestBackend
let server: SMTPServer
const received: string[] = []
let refusals = 0

beforeAll(async () => {
  backend = await startTestBackend()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1
          return done(new Error('not now'))
        }
        received.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(async () => {
  await new Promise<void>((done) => server.close(() => done()))
  await backend.stop()
})

const openTestSender = () => {
  const { port } = server.server.address() as AddressInfo
  return openSender(`smtp://127.0.0.1:${port}`, 'karte@example.org', 'https://karte.example.org')
}
const queue = (reference: string) =>
  backend.sql(
    `insert into private.outbox (recipient, locale, template, data)
     values ('ada@example.org', 'de', 'proposal-received', jsonb_build_object('reference', $1::text))`,
    [reference],
  )
const makeDue = () => backend.sql(`update private.outbox set next_attempt_at = now() where state = 'waiting'`)
const readState = () =>
  backend.sql<{ state: string; attempts: number; last_fault: string | null }>(
    'select state, attempts, last_fault from private.outbox order by created_at desc limit 1',
  )

describe('the outbox', () => {
  test('sends what waits, once, also when two send at the same time', async () => {
    await queue('KZ-0000-0001')
    await queue('KZ-0000-0002')
    const sender = openTestSender()
    const counts = await Promise.all([sendOutbox(backend.admin, sender), sendOutbox(backend.admin, sender)])
    expect(counts[0] + counts[1]).toBe(2)
    expect(received).toHaveLength(2)
    expect(received[0]).toMatch(/^To: ada@example\.org/m)
    expect(await sendOutbox(backend.admin, sender)).toBe(0)
    const [kept] = await backend.sql<{ data: unknown }>('select data from private.outbox limit 1')
    expect(kept?.data).toEqual({})
  })

  test('keeps a refused mail and sends it later under the same Message-ID', async () => {
    const before = received.length
    await queue('KZ-0000-0003')
    refusals = 1
    expect(await sendOutbox(backend.admin, openTestSender())).toBe(0)
    expect(await readState()).toEqual([
      { state: 'waiting', attempts: 1, last_fault: expect.stringContaining('not now') },
    ])
    const [row] = await backend.sql<{ message_id: string }>(
      'select message_id from private.outbox order by created_at desc limit 1',
    )
    await makeDue()
    expect(await sendOutbox(backend.admin, openTestSender())).toBe(1)
    expect(received.slice(before)).toHaveLength(1)
    expect(received.at(-1)).toContain(`Message-ID: <${row?.message_id}@karte.example.org>`)
  })

  test('waits while the mail server is away', async () => {
    await queue('KZ-0000-0004')
    const away = openSender('smtp://127.0.0.1:1', 'karte@example.org', 'https://karte.example.org')
    expect(await sendOutbox(backend.admin, away)).toBe(0)
    expect((await readState())[0]).toMatchObject({ state: 'waiting', attempts: 1 })
    await makeDue()
    expect(await sendOutbox(backend.admin, openTestSender())).toBe(1)
  })
})
