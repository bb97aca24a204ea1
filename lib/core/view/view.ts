/** Where the map's camera stands, and its form in the address: `c=lng,lat,zoom`. */
export type Camera = { lng: number; lat: number; zoom: number }

const MAX_ZOOM = 20

/** Reads a camera from `lng,lat,zoom`; null when it is absent, mangled or beyond the poles. Degrees, zoom 0-20. */
export function parseCamera(text: string | null): Camera | null {
  const parts = (text ?? '').split(',')
  const [lng, lat, zoom] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (parts.length !== 3 || lng === undefined || lat === undefined || zoom === undefined) return null
  const known = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= MAX_ZOOM
  return known ? { lng, lat, zoom } : null
}

/** Writes a camera to a hundred-thousandth of a degree (about a metre) and a hundredth of a zoom step. */
export function formatCamera({ lng, lat, zoom }: Camera): string {
  return `${Number(lng.toFixed(5))},${Number(lat.toFixed(5))},${Number(zoom.toFixed(2))}`
}
