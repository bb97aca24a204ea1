/**
 * From a file that somebody sent to three sizes of our own. Nothing of the file itself is kept: the pixels are turned upright and written
 * again, so that no place, no device, no script and nothing else that lay in it comes along.
 */
import sharp from 'sharp'
import { MAX_PHOTO_BYTES, PHOTO_SIZES, type PhotoSize } from '#lib/core/domain/photo.ts'
import type { FaultCode } from '#lib/core/domain/proposal.ts'
import { recogniseImage } from './recognise-image.ts'

/** More than any phone takes within 8 MB; a picture that claims more is a trap. */
const MAX_PIXELS = 64_000_000
const LIMIT_SECONDS = 10
const WEBP = { quality: 80, effort: 3 }

export type ConvertedPhoto = {
  /** WebP in sRGB, without metadata. */
  files: Record<PhotoSize, Buffer>
  /** Of the largest size. */
  widthPixels: number
  heightPixels: number
}

/** Why a file cannot be taken; the reader's language says it in words. */
export class PhotoRefusal extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode) {
    super(code)
    this.code = code
  }
}

// Nothing of a stranger's file stays in memory.
sharp.cache(false)

/** Throws a PhotoRefusal for what is no photo, too large, damaged or animated; a smaller photo is never enlarged. */
export async function convertPhoto(bytes: Uint8Array): Promise<ConvertedPhoto> {
  if (bytes.length > MAX_PHOTO_BYTES) throw new PhotoRefusal('photo-too-large')
  const type = recogniseImage(bytes)
  if (type === 'heic') throw new PhotoRefusal('photo-heic')
  if (type === null || type === 'gif' || type === 'svg') throw new PhotoRefusal('photo-type')
  const { pages = 1, width, height } = await openImage(bytes).metadata().catch(refuseDamaged)
  if (pages > 1) throw new PhotoRefusal('photo-animated')
  if (width * height > MAX_PIXELS) throw new PhotoRefusal('photo-too-many-pixels')
  const [, , largest] = PHOTO_SIZES
  const { data, info } = await openImage(bytes)
    .autoOrient()
    .resize(largest, largest, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: LIMIT_SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(refuseDamaged)
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const files = await Promise.all(
    PHOTO_SIZES.map(async (size) => {
      const file = sharp(data, { raw }).resize(size, size, { fit: 'inside', withoutEnlargement: true })
      return [size, await file.webp(WEBP).toBuffer()] as const
    }),
  )
  return {
    files: Object.fromEntries(files) as ConvertedPhoto['files'],
    widthPixels: info.width,
    heightPixels: info.height,
  }
}

function openImage(bytes: Uint8Array) {
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true })
}

function refuseDamaged(fault: Error): never {
  throw new PhotoRefusal(/pixel limit/i.test(fault.message) ? 'photo-too-many-pixels' : 'photo-damaged')
}
