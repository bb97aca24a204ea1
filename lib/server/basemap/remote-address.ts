/**
 * Which addresses our server may fetch for the map: https, a host of the fixed list, the ordinary port, and no
 * machine of a private network behind the name.
 */
import { BlockList, isIP } from 'node:net'

const PRIVATE = new BlockList()
// IANA's special-purpose registries (RFC 6890 and its successors).
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')

const GLOBAL_IPV6 = new BlockList()
GLOBAL_IPV6.addSubnet('2000::', 3, 'ipv6')
const NOT_GLOBAL_IPV6 = new BlockList()
// Documentation, and the prefixes that carry an IPv4 address (Teredo, 6to4).
for (const [net, bits] of [
  ['2001:db8::', 32],
  ['2001::', 23],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_GLOBAL_IPV6.addSubnet(net, bits, 'ipv6')

/** Whether an IP address belongs to the public internet; false for anything that is no IP address. */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 4) return !PRIVATE.check(ip, 'ipv4')
  return isIP(ip) === 6 && GLOBAL_IPV6.check(ip, 'ipv6') && !NOT_GLOBAL_IPV6.check(ip, 'ipv6')
}

/** Reads an address that may be fetched; null for one that may not. `base` resolves relative ones. */
export function parseUpstreamUrl(text: string, hosts: ReadonlySet<string>, base?: string): URL | null {
  if (text.length > 2000 || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return hosts.has(url.host) ? url : null
}

/**
 * Reads a tile template with `{z}`, `{x}`, `{y}` after its host; null when it lacks one, has another
 * placeholder, or may not be fetched.
 */
export function parseTileTemplate(text: string, hosts: ReadonlySet<string>, base?: string): string | null {
  const plain = text.replace('{ratio}', '')
  const url = parseUpstreamUrl(formatTile(plain, 1, 2, 3), hosts, base)
  if (!url || /[{}]|%7[bd]/i.test(url.href)) return null
  if (!['{z}', '{x}', '{y}'].every((part) => plain.includes(part))) return null
  const resolved = URL.canParse(plain)
    ? plain
    : new URL(plain, base).href.replace(/%7B/g, '{').replace(/%7D/g, '}')
  const origin = `${url.origin}/`
  return resolved.startsWith(origin) && !origin.includes('{') ? resolved : null
}

/** The address of one tile of a template. */
export function formatTile(template: string, z: number, x: number, y: number): string {
  return template.replaceAll('{z}', `${z}`).replaceAll('{x}', `${x}`).replaceAll('{y}', `${y}`)
}
