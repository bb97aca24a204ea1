/** An entry in the words of schema.org, for search engines. A place goes in only where the public sees it exactly. */
import { listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { JsonLd } from '#lib/core/domain/json-ld.ts'
import { toExactPlace } from '#lib/core/geo/select/exact-place.ts'

/** A LocalBusiness or, for a space, a Place. `url` is the entry's own page. */
export function toEntryJsonLd(entry: Entry, page: { url: string; city: string; country: string }): JsonLd {
  const place = toExactPlace(entry)
  return {
    '@context': 'https://schema.org',
    '@type': entry.kind === 'business' ? 'LocalBusiness' : 'Place',
    '@id': page.url,
    url: page.url,
    ...toProperties(entry),
    address: {
      '@type': 'PostalAddress',
      streetAddress: place && entry.address ? entry.address : undefined,
      addressLocality: page.city,
      addressCountry: page.country,
    },
    geo: place ? { '@type': 'GeoCoordinates', longitude: place[0], latitude: place[1] } : undefined,
  }
}

/** The properties that the table of fields names; what is not known is left out, unless every entry has it. */
function toProperties(entry: Entry): JsonLd {
  const known = listFieldsWith('published').flatMap(({ key, published: { jsonLd }, staff }) => {
    const value = entry[key as keyof Entry]
    const values = [value].flat().filter((one) => one !== null && (one !== '' || staff?.isRequired))
    if (!jsonLd || values.length === 0 || jsonLd.kinds?.includes(entry.kind) === false) return []
    return [[jsonLd.property, jsonLd.isList ? values : value]]
  })
  return Object.fromEntries(known)
}
