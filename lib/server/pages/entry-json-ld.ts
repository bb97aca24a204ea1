/** An entry in the words of schema.org, for search engines. A place goes in only where the public sees it exactly. */
import type { Entry } from '#lib/core/domain/entry.ts'
import type { JsonLd } from '#lib/core/domain/json-ld.ts'
import { toExactPlace } from '#lib/core/geo/select/exact-place.ts'

/** A LocalBusiness or, for a space, a Place. `url` is the entry's own page. */
export function toEntryJsonLd(entry: Entry, page: { url: string; city: string; country: string }): JsonLd {
  const place = toExactPlace(entry)
  const isBusiness = entry.kind === 'business'
  return {
    '@context': 'https://schema.org',
    '@type': isBusiness ? 'LocalBusiness' : 'Place',
    '@id': page.url,
    url: page.url,
    name: entry.name,
    description: entry.summary || undefined,
    sameAs: entry.website ? [entry.website] : undefined,
    knowsAbout: isBusiness && entry.services.length > 0 ? entry.services : undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: place && entry.address ? entry.address : undefined,
      addressLocality: page.city,
      addressCountry: page.country,
    },
    geo: place ? { '@type': 'GeoCoordinates', longitude: place[0], latitude: place[1] } : undefined,
  }
}
