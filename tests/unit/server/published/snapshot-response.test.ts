import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { takesBrotli } from '#lib/server/http/accept-encoding.ts'
import {
  matchesEtag,
  toImmutableResponse,
  toValidatedResponse,
} from '#lib/server/published/snapshot-response.ts'

test.each([
  ['br', true],
  ['gzip, deflate, br, zstd', true],
  ['gzip,br;q=0.5', true],
  ['br;q=0.01', true],
  ['', false],
  ['gzip, deflate', false],
  ['br;q=0', false],
  ['gzip, br;q=0.0, zstd', false],
  ['x-br', false],
  ['brotli', false],
])('whoever accepts %j gets brotli: %s', (accepted, expected) => {
  expect(takesBrotli(new Headers({ 'Accept-Encoding': accepted }))).toBe(expected)
})

test('a file comes packed or plain, to be kept; a version that is gone is not', async () => {
  const request = (accepted: string) => new Request('http://a/', { headers: { 'Accept-Encoding': accepted } })
  const body = { plain: Uint8Array.of(1, 2, 3), brotli: Uint8Array.of(9) }
  for (const [accepted, expected] of [
    ['br', body.brotli],
    ['gzip', body.plain],
  ] as const) {
    const response = toImmutableResponse(request(accepted), body, 'text/plain')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(expected)
    expect(response.headers.get('Cache-Control')).toContain('immutable')
    expect(response.headers.get('Vary')).toBe('Accept-Encoding')
  }
  const gone = toImmutableResponse(request('gzip'), undefined, 'text/plain')
  const packed = toImmutableResponse(request('br'), undefined, 'text/plain')
  expect([gone.status, gone.headers.get('Cache-Control')]).toEqual([404, 'no-store'])
  expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe(await gone.text())
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
  [null, false],
])('If-None-Match %j names the tag "a": %s', (sent, expected) => {
  expect(matchesEtag(sent, '"a"')).toBe(expected)
})

test('who has the version gets 304, who has another gets the new one', async () => {
  const ask = (tag: string) =>
    toValidatedResponse(new Request('http://a/', { headers: { 'If-None-Match': tag } }), 'f1-2', { a: 1 })
  expect(ask('"f1-2"').status).toBe(304)
  expect(await ask('"f1-1"').json()).toEqual({ a: 1 })
  expect(ask('"f1-1"').headers.get('ETag')).toBe('"f1-2"')
})
