/** Servers on the loopback that stand for the world outside, with a count of who came. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Upstream = { port: number; connections: () => number; close: () => Promise<void> }

/** Starts a server on a free port of 127.0.0.1; every connection counts, whatever it speaks. */
export async function startUpstream(listener: RequestListener): Promise<Upstream> {
  let connections = 0
  const server = createServer(listener)
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
