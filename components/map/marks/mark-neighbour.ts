/** The way from mark to mark by arrow key. */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

export type Direction = keyof typeof DIRECTIONS

type Place = { x: number; y: number }

export function isDirection(key: string): key is Direction {
  return key in DIRECTIONS
}

/** Position of the nearest place in a direction (pixels, y downwards), what lies aside counts double; -1 where there is none. */
export function findNeighbour(places: readonly Place[], from: number, direction: Direction): number {
  const origin = places[from]
  const [dx, dy] = DIRECTIONS[direction]
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (const [at, { x, y }] of places.entries()) {
    if (!origin || at === from) continue
    const ahead = (x - origin.x) * dx + (y - origin.y) * dy
    const aside = Math.abs((x - origin.x) * dy) + Math.abs((y - origin.y) * dx)
    const cost = ahead + 2 * aside
    if (ahead <= 0 || aside > 2 * ahead || cost >= least) continue
    nearest = at
    least = cost
  }
  return nearest
}
