/** Photos of entries: what belongs to one, and where it is found. */

/** At most so many with a proposal and on an entry. */
export const MAX_PHOTOS = 5
/** 8 MB, as they come; larger ones are refused before they are read. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024
export const MAX_AUTHOR_LENGTH = 200
export const MAX_ALT_TEXT_LENGTH = 500

/** `city`: the author lets the city show it on this map. */
export const PHOTO_LICENSES = ['cc-by', 'cc0', 'city'] as const
export type PhotoLicense = (typeof PHOTO_LICENSES)[number]

/** The longer side of each stored size, in pixels. */
export const PHOTO_SIZES = [320, 800, 1600] as const
export type PhotoSize = (typeof PHOTO_SIZES)[number]

/** What a browser's file dialogue offers; phones turn HEIC into JPEG for it. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp'

export type Photo = {
  id: string
  author: string
  license: PhotoLicense
  /** Empty where nobody has described it. */
  altText: string
  /** Of the largest size. */
  widthPixels: number
  heightPixels: number
}

/** What is said of a photo when it is sent. */
export type PhotoNote = { id: string; author: string; license: PhotoLicense; alt_text: string }

/** The fields of one photo in a form, and in what programs send; counted from 1. */
export function toPhotoFields(nth: number) {
  const id = `photo_${nth}`
  return { id, author: `${id}_author`, license: `${id}_license`, alt: `${id}_alt`, file: `${id}_file` }
}

/** The fields of all photos, without their files. */
export const PHOTO_FIELDS = Array.from({ length: MAX_PHOTOS }, (_, index) => toPhotoFields(index + 1))

/** Photos were sent that are there no longer: which of them, the database does not say. */
export const GONE_PHOTO = { field: 'photo_1', code: 'photo-gone' } as const

/** A photo's columns as the database gives them. */
export type PhotoRow = {
  id: string
  author: string
  license: string | null
  alt_text: string
  width_pixels: number
  height_pixels: number
}

export function toPhoto(row: PhotoRow): Photo {
  return {
    id: row.id,
    author: row.author,
    license: PHOTO_LICENSES.find((known) => known === row.license) ?? 'city',
    altText: row.alt_text,
    widthPixels: row.width_pixels,
    heightPixels: row.height_pixels,
  }
}

/** Where a size of a photo is served; `query` opens one that is not public yet. */
export function toPhotoPath(id: string, size: PhotoSize, query = ''): string {
  return `/data/photos/${id}/${size}${query}`
}

/** The widths of all sizes, for a browser to choose from. */
export function toSourceSet({ id, widthPixels, heightPixels }: Photo, query = ''): string {
  const longer = Math.max(widthPixels, heightPixels)
  return PHOTO_SIZES.map((size) => {
    const width = Math.max(1, Math.round((widthPixels * Math.min(size, longer)) / longer))
    return `${toPhotoPath(id, size, query)} ${width}w`
  }).join(', ')
}

/** The address of a licence's text; null for the permission that the city alone was given. */
export function toLicenseAddress(license: PhotoLicense): string | null {
  if (license === 'cc-by') return 'https://creativecommons.org/licenses/by/4.0/'
  return license === 'cc0' ? 'https://creativecommons.org/publicdomain/zero/1.0/' : null
}
