/**
 * One process of the app, in development, from the built checkout and in the assembled folder alike: the front server, and Next
 * behind it. Started by app-processes.ts: reports when it could serve, listens when it is told to, ends on SIGINT or SIGTERM.
 */
import { once } from 'node:events'
import { readFileSync, watchFile } from 'node:fs'
import { Server } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { createFrontServer } from '#lib/server/front/front-server.ts'
import { listSteps } from '#lib/server/front/steps.ts'
import type { ProcessMessage } from './app-processes.ts'
import { ROOT } from './lanes.ts'

const CLOSE_IDLE_EVERY_MILLISECONDS = 100
const isDevelopment = process.argv.includes('--dev')
const port = Number(process.env.PORT)
const hostname = process.env.HOST ?? ''
// Next reads its configuration from here as it was at build, which keeps proxy.ts and headers() without next.config.js.
if (!isDevelopment) process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = readBuiltConfig()
// The address under which Next asks itself, as its own server sets it.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${/^(0\.0\.0\.0|::)$/.test(hostname) ? 'localhost' : hostname}:${port}`

const server = createFrontServer(listSteps(process.env), (request, response) => handle(request, response))
// Next listens for upgrades on the server that it is given. Only development has any; elsewhere they are requests like others.
const httpServer = isDevelopment ? server : new Server()
const app = next({ dev: isDevelopment, dir: ROOT, hostname, port, httpServer })
const handle = app.getRequestHandler()
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
// A process that ends is started again, and reads it as it is then.
if (isDevelopment) watchFile(join(ROOT, 'next.config.js'), { interval: 1000 }, stop)

await app.prepare()
process.send?.('prepared' satisfies ProcessMessage)
await once(process, 'message')
server.listen(port, hostname)

function readBuiltConfig(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, '.next/required-server-files.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('config' in manifest))
    throw new Error('The build is of another version of Next: npm run build')
  return JSON.stringify(manifest.config)
}

/** Takes no more connections, ends what it has begun, then goes. Development holds connections open on purpose: they are cut. */
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  if (server.listening) await closeServer()
  await app.close()
  process.exit(0)
}

async function closeServer(): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  if (isDevelopment) return server.closeAllConnections()
  // A connection that answers a request now becomes idle later, and would be kept for another one.
  const closing = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MILLISECONDS)
  await closed
  clearInterval(closing)
}
