/** Preloaded into the app: an address that cannot be decoded is refused here, since Next answers it with a failure of its own. */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'

const PROBLEM = {
  type: 'about:blank',
  title: 'The address cannot be read',
  status: 400,
  detail: 'A percent sign is followed by what is no character. Encode the address anew, as UTF-8.',
}
const HEADERS = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
}

const emit = Server.prototype.emit
Server.prototype.emit = function emitUnlessMalformed(event: string, ...rest: unknown[]): boolean {
  const [request, response] = rest as [IncomingMessage, ServerResponse]
  if (event !== 'request' || isReadable(request.url ?? '/'))
    return Reflect.apply(emit, this, [event, ...rest])
  response.writeHead(PROBLEM.status, HEADERS).end(JSON.stringify(PROBLEM))
  return true
}

/** The path alone: what stands in a query is read by forgiving parsers. */
function isReadable(address: string): boolean {
  try {
    return Boolean(decodeURIComponent(address.split('?', 1)[0] ?? ''))
  } catch {
    return false
  }
}
