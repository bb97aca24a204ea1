/** The examples of proxies leave no forwarding header as a visitor sent it: with TRUST_PROXY=1 the app would believe it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORWARDING_HEADERS } from '#lib/server/front/drop-claims.ts'

const EXAMPLES = join(import.meta.dirname, '../../../../docs/examples')
const SETTING = {
  Caddyfile: /^\s*header_up -?([\w-]+)/gim,
  'nginx.conf': /^\s*proxy_set_header ([\w-]+) (?!\$proxy_add_x_forwarded_for)/gim,
}

describe.each(Object.entries(SETTING))('%s', (file, setting) => {
  const text = readFileSync(join(EXAMPLES, file), 'utf8')

  test.each(FORWARDING_HEADERS)('overwrites or removes %s', (name) => {
    const names = [...text.matchAll(setting)].map(([, found]) => found?.toLowerCase())
    expect(names).toContain(name)
  })

  test('gives idle connections up before the app does', () => {
    expect(Number(/keepalive(?:_timeout)? (\d+)s/.exec(text)?.[1])).toBeLessThan(75)
  })
})
