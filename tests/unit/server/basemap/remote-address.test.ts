import { describe, expect, it } from 'vitest'
import {
  formatTile,
  isPublicAddress,
  parseTileTemplate,
  parseUpstreamUrl,
} from '#lib/server/basemap/remote-address.ts'
import { isNearBox, parseTileAddress } from '#lib/server/basemap/tile-address.ts'

const hosts = new Set(['maps.example.org'])

describe('addresses that our server may fetch', () => {
  it('are https addresses of a listed host', () => {
    expect(parseUpstreamUrl('https://maps.example.org/a/b.json?k=1', hosts)?.pathname).toBe('/a/b.json')
    expect(parseUpstreamUrl('../b.json', hosts, 'https://maps.example.org/a/style.json')?.href).toBe(
      'https://maps.example.org/b.json',
    )
  })

  it.each([
    'http://maps.example.org/',
    'https://maps.example.org:8443/',
    'https://maps.example.org.evil.test/',
    'https://evil.test/maps.example.org',
    'https://maps.example.org@evil.test/',
    'https://user:word@maps.example.org/',
    'https://evil.test\\@maps.example.org/',
    '//evil.test/a',
    'file:///etc/passwd',
    'data:text/plain,a',
    'javascript:alert(1)',
    '',
    `https://maps.example.org/${'a'.repeat(3000)}`,
  ])('are not %j', (text) => {
    expect(parseUpstreamUrl(text, hosts)).toBeNull()
    expect(parseUpstreamUrl(text, hosts, 'https://evil.test/style.json')).toBeNull()
  })

  it('never belong to a private network', () => {
    const refused =
      '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 192.168.1.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 fc00::1 fe80::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 localhost 1'
    for (const ip of refused.split(' ')) expect(isPublicAddress(ip), ip).toBe(false)
    for (const ip of ['8.8.8.8', '172.32.0.1', '2a00:1450::1']) expect(isPublicAddress(ip), ip).toBe(true)
  })
})

describe('tile templates', () => {
  it('keep their placeholders behind the host', () => {
    const absolute = 'https://maps.example.org/t/{z}/{x}/{y}.pbf'
    expect(parseTileTemplate(absolute, hosts)).toBe(absolute)
    expect(parseTileTemplate('t/{z}/{x}/{y}.pbf', hosts, 'https://maps.example.org/tiles.json')).toBe(
      absolute,
    )
    expect(formatTile(absolute, 1, 2, 3)).toBe('https://maps.example.org/t/1/2/3.pbf')
  })

  it.each([
    'https://{x}.example.org/{z}/{x}/{y}',
    'https://maps.example.org/{z}/{x}',
    'https://maps.example.org/{z}/{x}/{y}/{quadkey}',
    'https://evil.test/{z}/{x}/{y}',
    'https://maps.example.org{z}/{x}/{y}',
  ])('are refused: %s', (template) => expect(parseTileTemplate(template, hosts)).toBeNull())
})

describe('the place of a tile', () => {
  it('is read from whole numbers within the grid', () => {
    expect(parseTileAddress({ z: '14', x: '8511', y: '5480' })).toEqual({ z: 14, x: 8511, y: 5480 })
    for (const [z, x, y] of [
      ['0', '1', '0'],
      ['23', '0', '0'],
      ['-1', '0', '0'],
      ['1', '0.5', '0'],
      ['1', '0', '..%2f'],
      ['1e1', '0', '0'],
      ['', '0', '0'],
      ['1', '99999999999999999999', '0'],
    ] as const)
      expect(parseTileAddress({ z, x, y })).toBeNull()
  })

  it('is near the city or not', () => {
    const box = [6.89, 51.0, 7.12, 51.11] as const
    expect(isNearBox({ z: 14, x: 8511, y: 5480 }, box)).toBe(true)
    expect(isNearBox({ z: 0, x: 0, y: 0 }, box)).toBe(true)
    expect(isNearBox({ z: 14, x: 0, y: 0 }, box)).toBe(false)
    expect(isNearBox({ z: 14, x: 8800, y: 5480 }, box)).toBe(false)
  })
})
