/** The steps before Next, tried over HTTP on a server of their own. */
import { once } from 'node:events'
import { request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFrontServer, type Handler } from '#lib/server/front/front-server.ts'
import type { Step, StepResult } from '#lib/server/front/step.ts'
import { listSteps } from '#lib/server/front/steps.ts'

const CLAIMS = {
  Forwarded: 'for=192.0.2.1;host=evil.example',
  'X-Forwarded-For': '192.0.2.1',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'https',
  'X-Forwarded-Port': '443',
  'X-Real-IP': '192.0.2.1',
}
const UNDECODABLE = ['/%', '/de/%E0%A4%A', '/api/v1/entries.csv/%ff', '/%ED%A0%80?q=1']
const DECODABLE = ['/', '/de', '/de?q=%', '/data/f1-1/%00', '/caf%C3%A9', '/a%2fb']

let server: Server | undefined
afterEach(() => server?.close().closeAllConnections())

/** Stands for Next: says what it saw. */
const echo: Handler = async (incoming, response) => {
  const body = await text(incoming)
  response.end(JSON.stringify({ url: incoming.url, headers: incoming.headers, body }))
}

async function serve(steps: readonly Step[], handleRest: Handler = echo): Promise<number> {
  server = createFrontServer(steps, handleRest)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** The address goes out as it stands: `fetch` would put it right first. */
async function ask(
  port: number,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
) {
  const { headers = {}, body } = options
  const outgoing = request({ port, path, headers, method: body === undefined ? 'GET' : 'POST' }).end(body)
  const [response] = await once(outgoing, 'response')
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

describe('what visitors claim about forwarding', () => {
  test('is dropped, and nothing else is', async () => {
    const port = await serve(listSteps({}))
    const { headers } = JSON.parse(
      (await ask(port, '/', { headers: { ...CLAIMS, Accept: 'text/html' } })).body,
    )
    expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host'])
  })

  test('counts where a proxy of our own stands in front', async () => {
    const port = await serve(listSteps({ TRUST_PROXY: '1' }))
    const { headers } = JSON.parse((await ask(port, '/', { headers: CLAIMS })).body)
    for (const [name, value] of Object.entries(CLAIMS)) expect(headers[name.toLowerCase()], name).toBe(value)
  })

  test.each(['', '0', 'true', 'yes'])('is dropped with TRUST_PROXY=%s', async (TRUST_PROXY) => {
    const port = await serve(listSteps({ TRUST_PROXY }))
    expect((await ask(port, '/', { headers: CLAIMS })).body).not.toContain('192.0.2.1')
  })
})

test.each(UNDECODABLE)('%s is refused with a problem, with and without a proxy', async (path) => {
  for (const env of [{}, { TRUST_PROXY: '1' }]) {
    const handleRest = vi.fn(echo)
    const { status, headers, body } = await ask(await serve(listSteps(env), handleRest), path)
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(JSON.parse(body)).toMatchObject({ status: 400, title: 'The address cannot be read' })
    expect(handleRest).not.toHaveBeenCalled()
    server?.close().closeAllConnections()
  }
})

test.each(DECODABLE)('%s goes on as it is', async (path) => {
  const port = await serve(listSteps({}))
  expect(JSON.parse((await ask(port, path)).body).url).toBe(path)
})

describe('the list of steps', () => {
  const note =
    (seen: string[], name: string, result: Awaited<ReturnType<Step>>): Step =>
    () => {
      seen.push(name)
      return result
    }

  test('runs in its order, and ends with the step that answers', async () => {
    const seen: string[] = []
    const later: Step = async (_, response): Promise<StepResult> => {
      seen.push('later')
      response.end('kept')
      return 'handled'
    }
    const steps = [note(seen, 'first', 'next'), later, note(seen, 'never', 'next')]
    const handleRest = vi.fn(echo)
    const { body } = await ask(await serve(steps, handleRest), '/')
    expect(body).toBe('kept')
    expect(seen).toEqual(['first', 'later'])
    expect(handleRest).not.toHaveBeenCalled()
  })

  test('leaves the body to Next', async () => {
    const body = 'x'.repeat(1_000_000)
    const answer = await ask(await serve(listSteps({})), '/', { body })
    expect(JSON.parse(answer.body).body).toBe(body)
  })

  test('a body arrives while it is still being sent', async () => {
    const port = await serve(listSteps({}), async (incoming, response) => {
      for await (const chunk of incoming) response.write(chunk)
      response.end()
    })
    const outgoing = request({ port, method: 'POST' })
    outgoing.write('first')
    const [response] = await once(outgoing, 'response')
    expect(String((await once(response, 'data'))[0])).toBe('first')
    outgoing.end('last')
    expect(await text(response)).toBe('last')
  })
})

describe('a failure', () => {
  test.each([
    ['of a step', [() => Promise.reject(new Error('broken step'))], echo],
    ['of Next', [], () => Promise.reject(new Error('broken page'))],
  ] satisfies [string, Step[], Handler][])(
    '%s is logged and answered with 500',
    async (_, steps, handleRest) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => {})
      const { status, body } = await ask(await serve(steps, handleRest), '/de')
      expect(status).toBe(500)
      expect(body).toBe('Internal Server Error')
      expect(String(log.mock.calls[0])).toMatch(/GET \/de failed.*broken/)
      log.mockRestore()
    },
  )

  test('in the middle of an answer breaks it off', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const port = await serve([], async (_, response) => {
      response.writeHead(200, { 'Content-Length': '10' })
      await new Promise((done) => response.write('half', done))
      throw new Error('broken')
    })
    await expect(ask(port, '/')).rejects.toThrow('aborted')
    log.mockRestore()
  })
})

test('connections are kept for 75 seconds, and all other limits are those of Node', async () => {
  const port = await serve(listSteps({}))
  expect((await ask(port, '/', { headers: { Connection: 'keep-alive' } })).headers['keep-alive']).toBe(
    'timeout=75',
  )
  expect(server).toMatchObject({ keepAliveTimeout: 75_000, headersTimeout: 60_000, requestTimeout: 300_000 })
})

test('an upgrade reaches whoever listens for it', async () => {
  const port = await serve(listSteps({}))
  server?.on('upgrade', (_, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  )
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /_next/hmr HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
  expect(await text(socket)).toContain('101 Switching Protocols')
})
