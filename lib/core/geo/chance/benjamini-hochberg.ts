/** Many questions at once: how the chance of a false alarm among all alarms is kept in check. */

/**
 * Adjusted p-values (Benjamini and Hochberg 1995, step-up): q_(i) = min over j >= i of m p_(j) / j, at most 1, by the order of the input.
 * Calling all with q <= a significant keeps the expected share of false ones among them at a or below.
 */
export function adjustForMany(pValues: ArrayLike<number>): Float64Array {
  const order = Array.from(pValues, (_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1))
  const adjusted = new Float64Array(pValues.length)
  let least = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1] ?? 0
    least = Math.min(least, ((pValues[index] ?? 1) * order.length) / rank)
    adjusted[index] = least
  }
  return adjusted
}
