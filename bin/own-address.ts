/**
 * Preloaded into the app: what a visitor claims about forwarded addresses and hosts is dropped before Next reads it, unless a proxy
 * of our own is configured (TRUST_PROXY=1), which overwrites these headers itself.
 */
import { type IncomingMessage, Server } from 'node:http'

const CLAIMS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

if (process.env.TRUST_PROXY !== '1') {
  const emit = Server.prototype.emit
  Server.prototype.emit = function emitWithoutClaims(event: string, ...rest: unknown[]): boolean {
    if (event === 'request') for (const claim of CLAIMS) delete (rest[0] as IncomingMessage).headers[claim]
    return Reflect.apply(emit, this, [event, ...rest])
  }
}
