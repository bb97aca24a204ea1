/** How often strangers may do a thing. Who they are is kept as a hash that changes every day. */
import { createHmac } from 'node:crypto'
import { takeFromBucket } from '#lib/server/queries/rate-limits.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type Limit = { name: string; most: number; windowSeconds: number }

/** Proposals an hour: anybody, signed-in people, people whose proposals were accepted before. */
export const PROPOSAL_LIMITS = {
  anonymous: { name: 'proposal', most: 3, windowSeconds: 3600 },
  member: { name: 'proposal', most: 10, windowSeconds: 3600 },
  trusted: { name: 'proposal', most: 60, windowSeconds: 3600 },
} as const satisfies Record<string, Limit>

/** Addresses looked for by one visitor: somebody who types asks twice a second at most. */
export const PLACE_SEARCH_LIMIT: Limit = { name: 'places', most: 120, windowSeconds: 60 }

/** Takes one; 0 when it was free, else the seconds until the next is. */
export function takeRate(client: AdminClient, limit: Limit, who: string): Promise<number> {
  return takeFromBucket(client, toBucket(limit.name, who), limit)
}

/** What a visitor's tries are counted under. */
export function toBucket(limitName: string, who: string): string {
  return `${limitName}/${who}`.slice(0, 100)
}

/** A visitor's network address as a hash of the day; an IPv6 network counts as one. */
export function hashAddress(address: string, secretKey: string, day: string): string {
  return createHmac('sha256', secretKey)
    .update(`${day}\n${toNetwork(address)}`)
    .digest('base64url')
    .slice(0, 32)
}

/** The first 64 bits of an IPv6 address, however it is shortened; an IPv4 address, also where IPv6 wraps it; anything else as it is. */
function toNetwork(address: string): string {
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const canonical = URL.parse(`http://[${address.split('%')[0]}]`)?.hostname.slice(1, -1)
  if (wrapped || !canonical) return wrapped ?? address
  const [head = [], tail = []] = canonical.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros: string[] = Array(8 - head.length - tail.length).fill('0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

/** The address that the server sees; forwarded ones count only from a configured proxy (lib/server/front/drop-claims.ts removes all others). */
export function readAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
}
