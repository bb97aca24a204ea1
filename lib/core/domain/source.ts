/** Where entries come from and under which licence they may be used. */
export type Source = {
  key: string
  title: string
  license: string
  licenseUrl: string | null
  attribution: string
  /** ISO date. */
  retrievedOn: string | null
  demonstration: boolean
}
