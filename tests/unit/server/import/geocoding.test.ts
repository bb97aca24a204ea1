import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import type { ImportMessage } from '#lib/server/import/import-messages.ts'
import { parseAddress } from '#lib/server/import/parse-address.ts'
import { createPhotonGeocoder } from '#lib/server/import/photon-geocoder.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

describe('addresses', () => {
  const none = { postcode: null, place: null }
  test.each([
    ['Kölner Straße 12', { street: 'Kölner Straße', house_number: '12', ...none }],
    ['Kölner Str. 12 a', { street: 'Kölner Str.', house_number: '12a', ...none }],
    [
      'Am Markt 3-5, 51379 Leverkusen',
      { street: 'Am Markt', house_number: '3-5', postcode: '51379', place: 'Leverkusen' },
    ],
    [
      'Am Markt 3, Leverkusen-Opladen',
      { street: 'Am Markt', house_number: '3', postcode: null, place: 'Leverkusen-Opladen' },
    ],
    ['Straße des 17. Juni 135', { street: 'Straße des 17. Juni', house_number: '135', ...none }],
  ])('%s', (text, expected) => expect(parseAddress(text)).toEqual(expected))

  test.each(['Kölner Straße', '12', '', 'Postfach', '51379 Leverkusen'])('"%s" names no house', (text) =>
    expect(parseAddress(text)).toBeNull(),
  )
  test('none at all', () => expect(parseAddress(null)).toBeNull())
})

describe('Photon', () => {
  const ADDRESS = { street: 'Am Markt', house_number: '3', postcode: '51379', place: 'Leverkusen' }
  let answer: () => { status: number; body: string }
  let asked: string[] = []
  let upstream: Upstream
  beforeAll(async () => {
    upstream = await startUpstream((request, response) => {
      asked.push(request.url ?? '')
      const { status, body } = answer()
      response.writeHead(status).end(body)
    })
  })
  afterAll(() => upstream.close())

  const hit = (housenumber?: string) => ({
    status: 200,
    body: JSON.stringify({
      features: [{ geometry: { coordinates: [7.01, 51.06] }, properties: { housenumber } }],
    }),
  })
  const create = (say = (_: ImportMessage) => {}) =>
    createPhotonGeocoder(new URL(`http://127.0.0.1:${upstream.port}/`), say)

  test('the house is taken, the middle of its street is not', async () => {
    answer = () => hit('3')
    expect(await create()(ADDRESS)).toEqual({ lng: 7.01, lat: 51.06 })
    expect(decodeURIComponent(asked.at(-1) ?? '')).toContain('q=Am+Markt+3,+51379,+Leverkusen')
    answer = () => hit()
    expect(await create()(ADDRESS)).toBeNull()
    answer = () => ({ status: 200, body: '{"features": []}' })
    expect(await create()(ADDRESS)).toBeNull()
  })

  test('one that fails three times in a row is given up, aloud', async () => {
    asked = []
    answer = () => ({ status: 500, body: 'no' })
    const notices: string[] = []
    const ask = create((notice) => notices.push(formatImportMessage('en', notice)))
    for (let nth = 0; nth < 10; nth += 1) expect(await ask(ADDRESS)).toBeNull()
    expect(asked).toHaveLength(3)
    expect(notices).toEqual([expect.stringContaining('does not answer (it answered 500)')])
  })

  test('an answer beyond its limit is read no further and counts as none', async () => {
    answer = () => ({ status: 200, body: hit('3').body + ' '.repeat(100_000) })
    expect(await create()(ADDRESS)).toBeNull()
  })

  test('a single failure is forgotten', async () => {
    let count = 0
    answer = () => (count++ % 2 === 0 ? { status: 500, body: '' } : hit('3'))
    const ask = create()
    for (let nth = 0; nth < 8; nth += 1) await ask(ADDRESS)
    expect(await ask(ADDRESS)).toBeNull()
    expect(await ask(ADDRESS)).not.toBeNull()
  })
})
