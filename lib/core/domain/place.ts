/** A spot of the map that is no entry: an address or a street that somebody looked for. */

/** `lng, lat` in degrees, WGS 84; `source` says who knows the place. */
export type Place = { label: string; lng: number; lat: number; source: PlaceSource }
type PlaceSource = 'addresses' | 'entries' | 'photon'

/** In degrees. */
export type GeoPoint = { lng: number; lat: number }
