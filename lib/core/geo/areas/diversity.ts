/** How mixed is a place, and what is it specialised in? Measures over counts per discipline, each business counted once. */

/**
 * Shannon's diversity H' = -sum p_i ln p_i in nats (Shannon 1948) of counts per kind; kinds without any count nothing. Null where
 * there is nothing to count.
 */
export function shannonDiversity(counts: ArrayLike<number>): number | null {
  const total = sum(counts)
  if (total === 0) return null
  let diversity = 0
  for (let kind = 0; kind < counts.length; kind++) {
    const share = (counts[kind] ?? 0) / total
    if (share > 0) diversity -= share * Math.log(share)
  }
  return diversity
}

/**
 * Evenness J' = H' / ln S, S the number of kinds that occur (Pielou 1966): 1 where all are equally many. Null for fewer than two kinds,
 * where nothing can be even.
 */
export function evenness(counts: ArrayLike<number>): number | null {
  const diversity = shannonDiversity(counts)
  const kinds = Array.from(counts).filter((count) => count > 0).length
  return diversity === null || kinds < 2 ? null : diversity / Math.log(kinds)
}

/**
 * Location quotient of each kind: its share in the area divided by its share in the whole city (Florence 1939); above 1 the area is
 * specialised in it. Null for a kind that the city has none of, and for all where the area is empty. Throws a RangeError where
 * the two lists name different kinds.
 */
export function locationQuotients(area: ArrayLike<number>, city: ArrayLike<number>): (number | null)[] {
  if (area.length !== city.length)
    throw new RangeError(`The area has ${area.length} kinds, the city ${city.length}: give both the same.`)
  const areaTotal = sum(area)
  const cityTotal = sum(city)
  return Array.from(area, (count, kind) => {
    const ofCity = city[kind] ?? 0
    return areaTotal === 0 || ofCity === 0 ? null : count / areaTotal / (ofCity / cityTotal)
  })
}

function sum(counts: ArrayLike<number>): number {
  let total = 0
  for (let kind = 0; kind < counts.length; kind++) total += counts[kind] ?? 0
  return total
}
