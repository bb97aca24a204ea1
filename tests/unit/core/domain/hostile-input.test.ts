/** 10,000 inputs that no well-meaning program sends: every reader of addresses, forms and JSON answers, and none throws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBbox } from '#lib/core/domain/bbox.ts'
import { parseOutline } from '#lib/core/domain/saved-areas.ts'
import { findDrawingFault, readDrawings } from '#lib/core/geo/areas/check-drawing.ts'
import { parseDrawings } from '#lib/core/view/drawing.ts'
import { parseEmbedPart } from '#lib/core/view/embed.ts'
import { parseFilter } from '#lib/core/view/filter.ts'
import { parseOrder } from '#lib/core/view/order.ts'
import { parseEntryPath, toOwnPath } from '#lib/core/view/paths.ts'
import { parsePlanningView } from '#lib/core/view/planning-view.ts'
import { parseSpaceConditions } from '#lib/core/view/space-conditions.ts'
import { parseCamera } from '#lib/core/view/view.ts'
import { parseTileAddress } from '#lib/server/basemap/tile-address.ts'
import { readCity } from '#lib/server/city.ts'
import { parseAddress } from '#lib/server/import/parse-address.ts'
import { parseAreasQuery, parseDensityQuery } from '#lib/server/interface/analysis-query.ts'
import { parseEntriesQuery } from '#lib/server/interface/entries-query.ts'
import { readInterestLink } from '#lib/server/messages/interest-link.ts'
import { readMessage } from '#lib/server/messages/read-message.ts'
import { readEntryForm } from '#lib/server/moderation/entry-form.ts'
import { parseProposal } from '#lib/server/proposals/parse-proposal.ts'

const CASES = 10_000
const COUNTRY = readCity().countryBox
const NAMES =
  'kind discipline district bbox q limit offset d k s r v c e o a i eps min min_points bandwidth cell h w use state area from to day rent access street type target lng lat note name services photo_1 photo_1_alt contact_email website status vacant_since proof __proto__ constructor toString'.split(
    ' ',
  )
const NASTY = [
  ...['', '\0', '\uD800', '\u202E', '🎨', 'NaN', 'Infinity', '-0', '-1', '1e309', '0x10', '9'.repeat(400)],
  ...[
    '__proto__',
    'constructor',
    '#{7*7}',
    '<script>',
    "' or 1=1--",
    '../../etc/passwd',
    '%00',
    ',,,,',
    '....',
  ],
  ...[
    '6.9,51,7.1,51.1',
    '7.1,51,6.9,51.1',
    'NaN,NaN,NaN,NaN',
    '1,2,3,4,5',
    'x'.repeat(20_000),
    '1_1.1_1',
    '_'.repeat(5000),
  ],
  ...[
    'javascript:alert(1)',
    '//evil.example',
    '\\\\evil.example',
    '2026-02-31',
    '99999-01-01',
    '2026-13',
    'true',
    '[]',
    '{}',
  ],
]
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double().map(String),
  fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 8 }).map(String),
  fc.stringMatching(/^[0-9a-z_.-]{0,60}$/),
)
const parameters = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), text), { maxLength: 6 })
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()])))
const form = parameters.map((given) => {
  const data = new FormData()
  for (const [name, value] of given) data.append(name, value)
  return data
})
const json = fc.oneof(
  fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(text, fc.jsonValue({ maxDepth: 3 }))),
  fc.record({
    type: fc.constantFrom('new', 'change'),
    kind: fc.constantFrom('space', 'business'),
    lng: text,
    lat: text,
    services: fc.array(text),
  }),
)
const outline = fc.oneof(
  fc.jsonValue(),
  fc.record({
    type: fc.constant('Polygon'),
    coordinates: fc.array(
      fc.array(fc.array(fc.oneof(fc.double(), text), { maxLength: 4 }), { maxLength: 8 }),
    ),
  }),
  fc.record({ type: fc.constant('Polygon'), coordinates: fc.jsonValue() }),
)

const areFinite = (numbers: readonly number[]) => numbers.every(Number.isFinite)

/** Each reader with what it is given. What one takes is a fact of its own tests; here it is only that it answers. */
const READERS: [string, fc.Arbitrary<never>, (input: never) => unknown][] = [
  reader('filter', parameters, parseFilter),
  reader('entries query', parameters, (given) => expect(parseEntriesQuery(given)).toHaveProperty('faults')),
  reader('areas query', parameters, parseAreasQuery),
  reader('density query', parameters, parseDensityQuery),
  reader('space conditions', parameters, parseSpaceConditions),
  reader('planning view', parameters, parsePlanningView),
  reader('box', text, (given) => expect(areFinite(parseBbox(given) ?? [])).toBe(true)),
  reader('camera', text, (given) => expect(areFinite(Object.values(parseCamera(given) ?? {}))).toBe(true)),
  reader('order', text, parseOrder),
  reader('part of the frame', text, parseEmbedPart),
  reader('drawings', text, (given) => {
    for (const drawing of parseDrawings(given)) expect(areFinite(drawing.flat())).toBe(true)
    for (const drawing of parseDrawings(given)) findDrawingFault(drawing)
    readDrawings(given)
  }),
  reader('address of an entry', text, parseEntryPath),
  reader('way on after signing in', text, (given) =>
    expect(new URL(toOwnPath(given, '/de'), 'https://karte.example').origin).toBe('https://karte.example'),
  ),
  reader('tile', fc.record({ z: text, x: text, y: text }), (given) =>
    expect(areFinite(Object.values(parseTileAddress(given) ?? {}))).toBe(true),
  ),
  reader('street address', text, parseAddress),
  reader('outline', outline, (given) => {
    const read = parseOutline(given)
    if ('outline' in read) expect(areFinite(read.outline.coordinates.flat(2))).toBe(true)
  }),
  reader('proposal', json, (given) => {
    const { proposal, faults } = parseProposal(given, COUNTRY)
    expect(proposal === null).toBe(faults.length > 0)
    expect(Object.getPrototypeOf(proposal?.payload ?? {})).toBe(Object.prototype)
  }),
  reader('form of an entry', form, (given) => readEntryForm('space', given, COUNTRY)),
  reader('message', form, (given) => readMessage(given, ['message', 'email'], ['rules'])),
  reader(
    'link of a message',
    fc.record({ id: fc.oneof(text, fc.jsonValue()), token: fc.oneof(text, fc.jsonValue()) }),
    (given) => expect(readInterestLink('confirm', given, 'secret')).toBeNull(),
  ),
]

function reader<T>(
  name: string,
  given: fc.Arbitrary<T>,
  read: (input: T) => unknown,
): (typeof READERS)[number] {
  return [name, given as fc.Arbitrary<never>, read as (input: never) => unknown]
}

test.each(READERS)('%s', (_, given, read) => {
  fc.assert(
    fc.property(given, (input) => void read(input)),
    { seed: 3, numRuns: CASES / READERS.length },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})
