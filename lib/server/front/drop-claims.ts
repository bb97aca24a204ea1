/**
 * What a visitor claims about forwarded addresses and hosts is dropped, so that Next writes down the true ones. A proxy of the
 * operator's own (TRUST_PROXY=1) overwrites these headers itself.
 */
import type { Step } from './step.ts'

/** Lower case, as Node names headers. */
export const FORWARDING_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

export const dropClaims: Step = ({ headers }) => {
  for (const name of FORWARDING_HEADERS) delete headers[name]
  return 'next'
}
