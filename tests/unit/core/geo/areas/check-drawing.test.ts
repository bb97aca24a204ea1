import { describe, expect, test } from 'vitest'
import { findDrawingFault, readDrawings, takeOutline } from '#lib/core/geo/areas/check-drawing.ts'
import { MAX_DRAWN_CORNERS } from '#lib/core/view/drawing.ts'

const square = (side: number) => [
  [7, 51],
  [7 + side, 51],
  [7 + side, 51 + side],
  [7, 51 + side],
]
const toText = (...rings: number[][][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rings.map((ring) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    })),
  })
const round = (corners: number) =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners
    return [7 + 0.01 * Math.cos(angle), 51 + 0.01 * Math.sin(angle)]
  })

describe('a drawn outline', () => {
  test.each([
    ['fits', square(0.01), null],
    ['has too few corners', square(0.01).slice(2), 'few'],
    ['has too many', round(MAX_DRAWN_CORNERS + 1), 'many'],
    [
      'crosses itself',
      [
        [7, 51],
        [7.01, 51.01],
        [7.01, 51],
        [7, 51.01],
      ],
      'crosses',
    ],
    ['is enormous', square(1), 'large'],
    ['is a spot', square(0.0001), 'small'],
  ] as const)('%s', (_, corners, fault) => {
    expect(findDrawingFault(corners as number[][])).toBe(fault)
  })
})

describe('a file', () => {
  test('gives its polygons, smoothed where they have too many corners', () => {
    const read = readDrawings(toText(square(0.01), round(400)))
    if ('fault' in read) throw new Error(read.fault)
    expect(read.drawings[0]).toEqual(square(0.01))
    expect(read.drawings[1]?.length).toBeLessThanOrEqual(MAX_DRAWN_CORNERS)
    expect(read.drawings[1]?.length).toBeGreaterThan(10)
  })

  test.each([
    ['{', 'unreadable'],
    ['null', 'none'],
    ['{"type":"Point","coordinates":[7,51]}', 'none'],
    [
      toText([
        [400, 51],
        [7, 51],
        [7, 52],
      ]),
      'unreadable',
    ],
    [toText(round(600)), 'many'],
    [toText(square(1)), 'large'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(readDrawings(text)).toEqual({ fault })
  })
})

describe('an outline that is there already', () => {
  const closed = (ring: number[][]) => [...ring, ring[0] ?? []]

  test('is taken as it is, without its holes', () => {
    const hole = closed(square(0.001))
    expect(takeOutline({ type: 'Polygon', coordinates: [closed(square(0.01)), hole] })).toEqual({
      drawing: square(0.01),
    })
  })

  test('of several parts gives the largest, with no more corners than a link bears', () => {
    const taken = takeOutline({
      type: 'MultiPolygon',
      coordinates: [[closed(square(0.001))], [closed(round(400))]],
    })
    if ('fault' in taken) throw new Error(taken.fault)
    expect(taken.drawing.length).toBeLessThanOrEqual(MAX_DRAWN_CORNERS)
    expect(taken.drawing.length).toBeGreaterThan(10)
  })

  test('says what keeps it from being a drawing', () => {
    expect(takeOutline({ type: 'Polygon', coordinates: [closed(square(1))] })).toEqual({ fault: 'large' })
    expect(takeOutline({ type: 'MultiPolygon', coordinates: [] })).toEqual({ fault: 'few' })
  })
})
