/**
 * The examples of how to operate the app: proxies leave no forwarding header as a visitor sent it, since with TRUST_PROXY=1 the app would
 * believe it; and service and image start it as npm does.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORWARDING_HEADERS } from '#lib/server/front/drop-claims.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'

const EXAMPLES = join(import.meta.dirname, '../../../docs/examples')
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

test.each(['keimzelle.service', 'Containerfile'])('%s starts the app with the flags it needs', (file) => {
  const text = readFileSync(join(EXAMPLES, file), 'utf8')
  const [, line = ''] = /^(?:ExecStart=|ENTRYPOINT )(.*)$/m.exec(text) ?? []
  const words = line.replaceAll(/[[\]",]/g, '').split(' ')
  expect(words.slice(-2)).toEqual([NODE_FLAGS[0], 'bin/start.ts'])
  expect(words[0]).toContain('node_modules/node/bin/node')
})
