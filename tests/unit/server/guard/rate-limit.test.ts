import { expect, test } from 'vitest'
import { hashAddress } from '#lib/server/guard/rate-limit.ts'

const hash = (address: string) => hashAddress(address, 'a-secret', '2026-11-27')

test('one IPv6 network counts as one, however its addresses are written', () => {
  const network = hash('2001:db8:0:0:1:2:3:4')
  for (const same of ['2001:db8::1:2:3:4', '2001:DB8:0:0:ffff::', '2001:0db8::', '2001:db8::5%eth0'])
    expect(hash(same), same).toBe(network)
  for (const other of ['2001:db8:0:1::1', '2001:db8:1::', '::1', 'fe80::1'])
    expect(hash(other), other).not.toBe(network)
  expect(hash('fe80::1')).toBe(hash('fe80::2:0:0:1'))
})

test('an IPv4 address counts by itself, also where IPv6 wraps it; what is no address too', () => {
  expect(hash('::ffff:192.0.2.1')).toBe(hash('192.0.2.1'))
  expect(hash('::FFFF:192.0.2.1')).not.toBe(hash('192.0.2.2'))
  expect(hash('unknown')).not.toBe(hash(''))
})

test('the same address is another one the next day', () => {
  expect(hashAddress('192.0.2.1', 'a-secret', '2026-11-28')).not.toBe(hash('192.0.2.1'))
})
