/** What a file is, by its first bytes; names and declared types are not asked. */

export type ImageType = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'svg'

/** Null for everything else. HEIC and AVIF share a box; `avif` is its own brand and as little taken. */
export function recogniseImage(bytes: Uint8Array): ImageType | null {
  const text = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a/.test(text)) return 'gif'
  if (text.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(text.slice(8, 12)))
    return 'heic'
  return /<svg[\s>]/i.test(text) ? 'svg' : null
}
