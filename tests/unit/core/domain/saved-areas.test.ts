import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOutline } from '#lib/core/domain/saved-areas.ts'

const ring = (corners: number) => Array.from({ length: corners }, (_, corner) => [7 + corner / 1000, 51])
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })

test('a polygon is read, closed where it is open, and without heights', () => {
  const open = [
    [7, 51, 80],
    [7.1, 51],
    [7.1, 51.1],
  ]
  const closed = [
    [7, 51],
    [7.1, 51],
    [7.1, 51.1],
    [7, 51],
  ]
  expect(parseOutline(polygon(open))).toEqual({ outline: polygon(closed) })
  expect(parseOutline(polygon(closed))).toEqual({ outline: polygon(closed) })
})

test.each([
  [null, 'no-polygon'],
  ['Polygon', 'no-polygon'],
  [{ type: 'Point', coordinates: [7, 51] }, 'no-polygon'],
  [polygon(), 'no-polygon'],
  [polygon('ring'), 'no-polygon'],
  [polygon(ring(2)), 'too-few-corners'],
  [
    polygon([
      [7, 51],
      [7.1, 51],
      [7, 51],
    ]),
    'too-few-corners',
  ],
  [polygon(ring(501)), 'too-many-corners'],
  [polygon(ring(300), ring(300)), 'too-many-corners'],
  [polygon(ring(100_000)), 'too-many-corners'],
  [
    polygon([
      [356_000, 5_656_000],
      [7, 51],
      [7.1, 51],
    ]),
    'no-degrees',
  ],
  [
    polygon([
      [7, Number.NaN],
      [7, 51],
      [7.1, 51],
    ]),
    'no-degrees',
  ],
  [
    polygon([
      ['7', '51'],
      [7, 51],
      [7.1, 51],
    ]),
    'no-degrees',
  ],
])('%j is refused', (input, fault) => expect(parseOutline(input)).toEqual({ fault }))

test('five hundred corners are read, closed or not', () => {
  expect(parseOutline(polygon(ring(500)))).toHaveProperty('outline')
  expect(parseOutline(polygon([...ring(500), [7, 51]]))).toHaveProperty('outline')
})

test('nothing breaks it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ type: fc.constant('Polygon'), coordinates: fc.anything() })),
      (input) => {
        const read = parseOutline(input)
        expect('outline' in read || 'fault' in read).toBe(true)
      },
    ),
    { seed: 3, numRuns: 500 },
  )
})
