/** How a found area is called, on every page alike: by its district and by what is near. */

export type Landmark = { kind: 'station' | 'street'; name: string }

export type AreaName = {
  /** Numbered where district and landmark together would not tell it from others; '' where it lies in none. */
  district: string
  /** Null where nothing with a name is near. */
  landmark: Landmark | null
}
