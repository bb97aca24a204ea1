/** Photos made for tests: invented pixels, with whatever a camera would write into them. */
import { randomInt } from 'node:crypto'
import sharp from 'sharp'

type Options = { width?: number; height?: number; quality?: number; place?: boolean; orientation?: number }

/** A JPEG of coloured noise; `place` adds a device and a position that nobody may see again. */
export async function makePhoto({
  width = 1200,
  height = 900,
  quality = 80,
  place = false,
  orientation = 1,
}: Options = {}): Promise<Buffer> {
  const coarse = Buffer.from(
    Uint8Array.from({ length: Math.ceil(width / 4) * Math.ceil(height / 4) * 3 }, () => randomInt(256)),
  )
  const raw = { width: Math.ceil(width / 4), height: Math.ceil(height / 4), channels: 3 as const }
  const image = sharp(coarse, { raw }).resize(width, height).jpeg({ quality }).withMetadata({ orientation })
  return (
    place
      ? image.withExifMerge({
          IFD0: { Make: 'Canary Camera', Artist: 'Canary Person' },
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '51/1 4/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '7/1 0/1 0/1',
          },
        })
      : image
  ).toBuffer()
}
