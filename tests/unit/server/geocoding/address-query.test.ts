import { expect, test } from 'vitest'
import { parseAddressQuery } from '#lib/server/geocoding/address-search.ts'

test.each([
  ['Kölner Straße', 'Kölner Straße', null],
  ['Kölner Str. 12', 'Kölner Str.', '12'],
  ['Kölner Straße 12 a', 'Kölner Straße', '12a'],
  ['Kölner Straße 12a, 51379 Leverkusen', 'Kölner Straße , 51379 Leverkusen', '12a'],
  ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
  ['51379 Opladen', '51379 Opladen', null],
  ['12', '12', null],
  ['', '', null],
])('"%s" asks for a street and a number', (query, street, houseNumber) => {
  const parsed = parseAddressQuery(query)
  expect({ ...parsed, street: parsed.street.replace(/\s+/g, ' ').trim() }).toEqual({ street, houseNumber })
})
