/** Many requests in one write on one connection: the server meets them at once, however slow the machine is. */
import { once } from 'node:events'
import { connect } from 'node:net'

export type PipelinedAnswer = { status: number; retry: string | null }

/** Sends the same GET so many times; the answers come in the order of the requests. */
export async function sendPipelined(
  address: string,
  headers: Record<string, string>,
  count: number,
): Promise<PipelinedAnswer[]> {
  const { hostname, port, pathname, host } = new URL(address)
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`.repeat(count))
  let received = ''
  for await (const chunk of socket) {
    received += String(chunk)
    if (readHeads(received).length === count) break
  }
  return readHeads(received)
}

function readHeads(text: string): PipelinedAnswer[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n([\s\S]*?)\r\n\r\n/g)].map(([, status, head]) => ({
    status: Number(status),
    retry: /^retry-after: (.*)$/im.exec(head ?? '')?.[1]?.trim() ?? null,
  }))
}
