import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { MAX_PHOTO_BYTES, PHOTO_SIZES } from '#lib/core/domain/photo.ts'
import { convertPhoto, PhotoRefusal } from '#lib/server/media/convert-photo.ts'
import { makePhoto } from '#tests/support/photos.ts'

const refusalOf = (bytes: Uint8Array) =>
  convertPhoto(bytes).then(
    () => null,
    (fault) => (fault instanceof PhotoRefusal ? fault.code : fault),
  )
const create = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#345678' } })

describe('a photo', () => {
  test('comes in three sizes of our own, with nothing of what the camera wrote', async () => {
    const photo = await makePhoto({ width: 2400, height: 1800, place: true })
    expect((await sharp(photo).metadata()).exif?.includes('Canary')).toBe(true)
    const { files, widthPixels, heightPixels } = await convertPhoto(photo)
    expect([widthPixels, heightPixels]).toEqual([1600, 1200])
    for (const size of PHOTO_SIZES) {
      const { format, width, exif, icc, xmp, iptc } = await sharp(files[size]).metadata()
      expect({ format, width, exif, icc, xmp, iptc }).toEqual({ format: 'webp', width: size })
      expect(files[size].includes('Canary')).toBe(false)
    }
  })

  test('is turned upright, and never enlarged', async () => {
    const { files, ...size } = await convertPhoto(
      await makePhoto({ width: 600, height: 400, orientation: 6 }),
    )
    expect(size).toEqual({ widthPixels: 400, heightPixels: 600 })
    expect((await sharp(files[1600]).metadata()).height).toBe(600)
    expect((await sharp(files[320]).metadata()).height).toBe(320)
  })

  test('may be a PNG with transparency or a WebP', async () => {
    const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { files } = await convertPhoto(png)
    expect((await sharp(files[320]).stats()).channels[0]?.min).toBe(255)
    expect(await refusalOf(await create(40, 30).webp().toBuffer())).toBeNull()
  })
})

describe('what is no photo is refused with its cure', () => {
  test.each([
    ['a text', Buffer.from('<html><script>alert(1)</script>'), 'photo-type'],
    ['nothing', Buffer.alloc(0), 'photo-type'],
    ['an SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-type'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'photo-heic'],
    ['a head without a body', Buffer.from('\xff\xd8\xff\xe0 JFIF', 'latin1'), 'photo-damaged'],
    ['more than 8 MB', Buffer.alloc(MAX_PHOTO_BYTES + 1), 'photo-too-large'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })

  test('a GIF, and a WebP that moves', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 0), Buffer.alloc(300, 255)])
    const moving = sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
    expect(await refusalOf(await create(10, 10).gif().toBuffer())).toBe('photo-type')
    expect(await refusalOf(await moving.webp({ loop: 0, delay: [100, 100] }).toBuffer())).toBe(
      'photo-animated',
    )
  })

  test('one that is cut off', async () => {
    const photo = await makePhoto()
    for (const share of [0.1, 0.5, 0.9])
      expect(await refusalOf(photo.subarray(0, photo.length * share))).toBe('photo-damaged')
  })

  test('a small file that claims to be endless', async () => {
    const bomb = await create(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(MAX_PHOTO_BYTES)
    const started = performance.now()
    expect(await refusalOf(bomb)).toBe('photo-too-many-pixels')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a script behind a photo does not come along', async () => {
    const polyglot = Buffer.concat([await makePhoto(), Buffer.from('<script>alert("canary")</script>')])
    const { files } = await convertPhoto(polyglot)
    for (const size of PHOTO_SIZES) expect(files[size].includes('canary')).toBe(false)
  })
})
