/** `next=` leads to a page of our own or nowhere, whatever it says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toOwnPath, toSignInPath } from '#lib/core/view/paths.ts'

const ORIGIN = 'https://karte.example'
const FALLBACK = '/de/account'
const HOSTS = ['evil.example', '%65vil.example', 'karte.example@evil.example', '[::1]', 'evil。example']
const STARTS = [
  '//',
  '/\\',
  '\\\\',
  'https://',
  'https:',
  'javascript:',
  'data:text/html,',
  '/de//',
  '/de\\',
  '/\t/',
  ' //',
  '/de/..//',
  '@',
  '.',
]

const crafted = fc
  .tuple(fc.constantFrom(...STARTS), fc.constantFrom(...HOSTS), fc.string({ unit: 'binary', maxLength: 20 }))
  .map((parts) => parts.join(''))

test('five hundred crafted ones stay on the own origin', () => {
  fc.assert(
    fc.property(fc.oneof(crafted, fc.webUrl(), fc.string({ unit: 'binary' })), (next) => {
      const path = toOwnPath(next, FALLBACK)
      expect(path).toMatch(/^\/[a-z]{2}(?:[/?#]|$)/)
      expect(new URL(path, ORIGIN).origin).toBe(ORIGIN)
    }),
    { seed: 12, numRuns: 500 },
  )
})

test('our own pages are led to, the longest of five hundred characters', () => {
  for (const path of [
    '/de',
    '/en/moderation?show=open',
    '/de/entries/laden-1?photo=2',
    `/de/${'a'.repeat(496)}`,
  ])
    expect(toOwnPath(path, FALLBACK)).toBe(path)
  for (const none of [null, undefined, '', `/de/${'a'.repeat(497)}`])
    expect(toOwnPath(none, FALLBACK)).toBe(FALLBACK)
  const asked = new URL(toSignInPath('de', '/de/planning?a=1&b=2'), ORIGIN).searchParams.get('next')
  expect(toOwnPath(asked, FALLBACK)).toBe('/de/planning?a=1&b=2')
})
