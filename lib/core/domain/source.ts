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

/** What people propose and a moderator accepts. */
const PROPOSALS_SOURCE = 'proposals'

/** Also without entries, since what lies around may come from it. Proposals and the demonstration are named while entries come from them. */
export function isAlwaysNamed({ key, demonstration }: Source): boolean {
  return key !== PROPOSALS_SOURCE && !demonstration
}
