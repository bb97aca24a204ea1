/**
 * Addresses of the register's own table. The streets are kept in memory and searched by the same rule as entries; only the house
 * numbers of the streets found are asked for.
 */
import type { Place } from '#lib/core/domain/place.ts'
import { findLabels, type Label, type Labels, toLabels } from '#lib/core/search/labels.ts'
import { MOST_EDITS } from '#lib/core/search/match.ts'
import { readHouses, readStreets } from '#lib/server/queries/addresses.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

export type AddressSearch = (client: AnonClient, query: string, limit: number) => Promise<Place[]>

/** Addresses change with an import alone; five minutes later a search knows them. */
const KEPT_MILLISECONDS = 300_000
const STREETS_ASKED = 3
const NUMBERS_ASKED = 50

/** Makes a search with a memory of its own; it throws where the database has never answered. */
export function createAddressSearch(): AddressSearch {
  let kept: { labels: Labels; readAt: number } | null = null
  let reading: Promise<Labels> | null = null

  function readLabels(client: AnonClient): Promise<Labels> {
    reading ??= readStreets(client)
      .then((streets) => {
        kept = { labels: toLabels(streets), readAt: Date.now() }
        return kept.labels
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  /** What is kept, renewed behind the visitor's back when it is old. */
  async function labelsOf(client: AnonClient): Promise<Labels> {
    if (!kept) return readLabels(client)
    if (Date.now() - kept.readAt > KEPT_MILLISECONDS) readLabels(client).catch(console.error)
    return kept.labels
  }

  return async (client, query, limit) => {
    const { street, houseNumber } = parseAddressQuery(query)
    const streets = findLabels(await labelsOf(client), street, MOST_EDITS, limit)
    const found = houseNumber ? await readNumbers(client, streets.slice(0, STREETS_ASKED), houseNumber) : []
    return (found.length > 0 ? found : streets.map(toPlace)).slice(0, limit)
  }
}

/** The last short number is the house's: "Straße des 17. Juni 135, 10623 Berlin" asks for 135 in "Straße des 17. Juni 10623 Berlin". */
export function parseAddressQuery(query: string): { street: string; houseNumber: string | null } {
  const match =
    /^(?<before>.*\p{L}.*?)\b(?<number>\d{1,4}(?:\s?\p{L}(?!\p{L}))?)(?![\p{L}\d])(?<after>.*)$/u.exec(
      query,
    )?.groups
  if (!match) return { street: query, houseNumber: null }
  return {
    street: `${match.before} ${match.after}`,
    houseNumber: (match.number ?? '').replace(/\s/g, ''),
  }
}

/** The houses of some streets whose number begins so, the very number first. */
async function readNumbers(
  client: AnonClient,
  streets: readonly Label[],
  houseNumber: string,
): Promise<Place[]> {
  const answers = await Promise.all(
    [...new Set(streets.map(({ label }) => label))].map((street) =>
      readHouses(client, street, houseNumber, NUMBERS_ASKED),
    ),
  )
  return answers.flatMap((houses) => {
    const byLabel = new Map(houses.map((row) => [formatAddress(row), row]))
    return [...byLabel].map(([label, { lng, lat }]) => ({
      label,
      lng: lng ?? 0,
      lat: lat ?? 0,
      source: 'addresses' as const,
    }))
  })
}

type AddressParts = Record<'street' | 'house_number' | 'postcode' | 'place', string | null>

function formatAddress({ street, house_number, postcode, place }: AddressParts): string {
  const town = [postcode, place].filter(Boolean).join(' ')
  return [`${street} ${house_number}`, town].filter(Boolean).join(', ')
}

function toPlace({ label, detail, position }: Label): Place {
  return {
    label: [label, detail].filter(Boolean).join(', '),
    lng: position?.lng ?? 0,
    lat: position?.lat ?? 0,
    source: 'addresses',
  }
}
