/** An address that cannot be decoded is refused here, since Next answers it with a failure of its own. */
import type { Step } from './step.ts'

const PROBLEM = {
  type: 'about:blank',
  title: 'The address cannot be read',
  status: 400,
  detail: 'A percent sign is followed by what is no character. Encode the address again, as UTF-8.',
}
const HEADERS = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
}

export const refuseUndecodable: Step = ({ url }, response) => {
  if (isDecodable(url ?? '/')) return 'next'
  response.writeHead(PROBLEM.status, HEADERS).end(JSON.stringify(PROBLEM))
  return 'handled'
}

/** The path alone: what stands in a query is read by forgiving parsers. */
function isDecodable(address: string): boolean {
  try {
    return Boolean(decodeURIComponent(address.split('?', 1)[0] ?? ''))
  } catch {
    return false
  }
}
