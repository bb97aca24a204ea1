/** Seeded chance: the demonstration and every drawing of an analysis are the same on every machine. */
export type Random = { next(): number; pick<T>(list: readonly [T, ...T[]]): T; gauss(): number }

/** Mulberry32 (Ettinger 2017): a 32-bit generator that passes gjrand; good enough for invented places and for permutations. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    // Box and Muller 1958; 1 - next() keeps the logarithm finite.
    gauss: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
