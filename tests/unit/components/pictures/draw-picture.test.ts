import { createElement } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { respondWithPicture } from '#components/pictures/draw-picture.ts'
import { EntryPicture } from '#components/pictures/entry-picture.tsx'
import { ExplorePicture } from '#components/pictures/explore-picture.tsx'

/** The drawing library asks foreign servers for letters and emoji that a face lacks. */
const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('The network is closed.'))
afterEach(() => asked.mockClear())

const PNG = [0x89, 0x50, 0x4e, 0x47]
const COMMON = { type: 'Kunsthandwerk und Events', place: 'Opladen', city: 'Leverkusen', tagline: 'Karte' }
const MARK = { kind: 'business', discipline: 'other', state: 'verified' } as const

async function draw(name: string): Promise<Uint8Array> {
  const picture = await respondWithPicture(name, () =>
    createElement(EntryPicture, { ...COMMON, name, mark: MARK }),
  )
  return new Uint8Array(await picture.arrayBuffer())
}

test('a picture is drawn from our own files alone, whatever the name is made of', async () => {
  const everyLetter = Array.from({ length: 0x17f - 0x20 }, (_, nth) => String.fromCodePoint(0x20 + nth)).join(
    '',
  )
  for (const name of [
    'Atelier',
    everyLetter.slice(0, 80),
    everyLetter.slice(80),
    'x'.repeat(5000),
    '東京 🎨',
    '',
    'Łódź – „Š“ …',
    'weich\u00adgetrennt\u00a0fest\u200b',
    'Șț €•‘’‚—',
  ])
    expect([...(await draw(name)).slice(0, 4)], name).toEqual(PNG)
  const map = await respondWithPicture('map', () =>
    createElement(ExplorePicture, { ...COMMON, title: 'Karte' }),
  )
  expect([...new Uint8Array(await map.arrayBuffer()).slice(0, 4)]).toEqual(PNG)
  const foreign = asked.mock.calls.map(([address]) => String(address)).filter((it) => !it.startsWith('data:'))
  expect(foreign).toEqual([])
})

test('the same picture is drawn once', async () => {
  const compose = vi.fn(() => createElement(EntryPicture, { ...COMMON, name: 'Einmal', mark: MARK }))
  await Promise.all([respondWithPicture('once', compose), respondWithPicture('once', compose)])
  await respondWithPicture('once', compose)
  expect(compose).toHaveBeenCalledTimes(1)
})
