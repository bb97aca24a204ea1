/** Somebody else's page on a port of its own: to the browser another origin, as the page of a city that embeds the map. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ForeignPage = { address: string; close(): Promise<void> }

/** Serves one HTML text on loopback, under the name that the app under test does not use. */
export async function serveForeignPage(html: string): Promise<ForeignPage> {
  const server = createServer((_, answer) =>
    answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(html),
  )
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
