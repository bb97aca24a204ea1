/** The app's one HTTP server: takes each request through the steps and hands the rest to Next, bodies unread. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { runSteps, type Step } from './step.ts'

/** Longer than proxies and clients keep a connection, so that none asks on one that is just being closed. */
const KEEP_ALIVE_MILLISECONDS = 75_000

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Does not listen yet. All other limits (of headers, of a whole request) are Node's. */
export function createFrontServer(steps: readonly Step[], handleRest: Handler): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if ((await runSteps(steps, request, response)) === 'next') await handleRest(request, response)
    } catch (fault) {
      console.error(`${request.method} ${request.url} failed:`, fault)
      fail(response)
    }
  }
}

/** Says so where nothing was sent yet; else breaks the connection off, so that half an answer is not taken for a whole one. */
function fail(response: ServerResponse): void {
  if (response.writableEnded) return
  if (response.headersSent) response.destroy()
  else response.writeHead(500, { 'Cache-Control': 'no-store' }).end('Internal Server Error')
}
