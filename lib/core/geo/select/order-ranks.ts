/** Puts matching entries into an order, one page at a time: no more is sorted than is shown. */
import quickselect from 'quickselect'
import type { SnapshotPoints, SnapshotTexts } from '#lib/core/snapshot/format.ts'
import type { Order, OrderKey } from '#lib/core/view/order.ts'

export type OrderInput = {
  points: SnapshotPoints
  texts: Pick<SnapshotTexts, 'names' | 'districts' | 'addresses' | 'confirmedDays' | 'areasSquareMeters'>
  /** One byte per rank: 1 where the entry matches. */
  mask: Uint8Array
  order: Order
  /** The middle of the map in degrees. */
  middle: { lng: number; lat: number }
  /** Language whose alphabet counts. */
  locale: string
}

/** Negative where the first rank stands before the second; 0 and NaN leave them in the snapshot's order. */
type Compare = (a: number, b: number) => number

type Column = { compare: Compare; isMissing?(rank: number): boolean }

/**
 * The matching ranks from position `start` up to `end` (not included). Entries without a shown place come after all others,
 * and what has no value in the order's column after what has one, ascending or descending.
 */
export function orderRanks(input: OrderInput, start: number, end: number): number[] {
  const { mask, points } = input
  const located = collectRanks(mask, 0, points.locatedCount)
  const unplaced = collectRanks(mask, points.locatedCount, points.count)
  const compare = createCompare(input)
  return [
    ...takePage(located, compare, start, end),
    ...takePage(unplaced, compare, start - located.length, end - located.length),
  ]
}

function collectRanks(mask: Uint8Array, from: number, until: number): number[] {
  const ranks: number[] = []
  for (let rank = mask.indexOf(1, from); rank >= 0 && rank < until; rank = mask.indexOf(1, rank + 1))
    ranks.push(rank)
  return ranks
}

/** Brings the page's ranks into their place by selection (Floyd and Rivest 1975), then sorts only them. */
function takePage(ranks: number[], compare: Compare, start: number, end: number): number[] {
  const first = Math.max(0, start)
  const last = Math.min(ranks.length, end) - 1
  if (last < first) return []
  const right = ranks.length - 1
  if (last < right) quickselect(ranks, last, 0, right, compare)
  if (first > 0) quickselect(ranks, first, 0, last, compare)
  return ranks.slice(first, last + 1).sort(compare)
}

/** A total order: what a column leaves equal stands in the snapshot's order. */
function createCompare(input: OrderInput): Compare {
  const { compare, isMissing } = COLUMNS[input.order.by](input)
  const direction = input.order.isDescending ? -1 : 1
  const inOrder: Compare = (a, b) => direction * compare(a, b) || a - b
  if (!isMissing) return inOrder
  return (a, b) => Number(isMissing(a)) - Number(isMissing(b)) || inOrder(a, b)
}

const COLUMNS: Record<OrderKey, (input: OrderInput) => Column> = {
  near: ({ points, middle }) => byNumber(squaredDistances(points, middle)),
  name: ({ texts, locale }) => byText(texts.names, locale),
  type: ({ points }) => {
    const read = (rank: number) => (points.kind[rank] ?? 0) * 256 + (points.discipline[rank] ?? 0)
    return { compare: (a, b) => read(a) - read(b) }
  },
  area: ({ texts }) => byNumber(texts.areasSquareMeters, 0),
  district: ({ texts }) => byNumber(texts.districts, -1),
  address: ({ texts, locale }) => byText(texts.addresses, locale),
  state: ({ points }) => byNumber(points.state),
  confirmed: ({ texts }) => byNumber(texts.confirmedDays, 0),
}

function byNumber(values: ArrayLike<number>, missing?: number): Column {
  return {
    compare: (a, b) => (values[a] ?? Number.NaN) - (values[b] ?? Number.NaN),
    ...(missing !== undefined && { isMissing: (rank) => values[rank] === missing }),
  }
}

function byText(values: readonly string[], locale: string): Column {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return { compare: (a, b) => compare(values[a] ?? '', values[b] ?? ''), isMissing: (rank) => !values[rank] }
}

/** Squared and in degrees of latitude, which is enough for an order within a city; only for located entries. */
function squaredDistances(points: SnapshotPoints, middle: OrderInput['middle']): Float64Array {
  const shrink = Math.cos((middle.lat * Math.PI) / 180)
  const distances = new Float64Array(points.locatedCount)
  for (let rank = 0; rank < distances.length; rank++) {
    const east = ((points.lng[rank] ?? 0) - middle.lng) * shrink
    const north = (points.lat[rank] ?? 0) - middle.lat
    distances[rank] = east * east + north * north
  }
  return distances
}
