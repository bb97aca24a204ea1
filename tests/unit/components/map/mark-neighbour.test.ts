import { expect, test } from 'vitest'
import { findNeighbour } from '#components/map/marks/mark-neighbour.ts'

const places = [
  { x: 0, y: 0 },
  { x: 100, y: 10 },
  { x: 60, y: 100 },
  { x: -50, y: 0 },
]

test('arrow keys lead to the nearest mark ahead, and nowhere where there is none', () => {
  const from = (at: number) =>
    (['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const).map((key) =>
      findNeighbour(places, at, key),
    )
  expect(from(0)).toEqual([1, 2, 3, -1])
  expect(from(2)).toEqual([-1, -1, 0, 1])
  expect(from(3)).toEqual([0, 2, -1, -1])
})
