/**
 * The order of list and table, and its form in the address: `o=name`, `o=-confirmed` (descending). Entries without a shown place
 * come last in every order.
 */

/** `near` is the distance from the middle of the map; `type` is kind, then discipline or use, in their official order. */
export const ORDER_KEYS = [
  'near',
  'name',
  'type',
  'area',
  'district',
  'address',
  'state',
  'confirmed',
] as const
export type OrderKey = (typeof ORDER_KEYS)[number]

export type Order = { by: OrderKey; isDescending: boolean }

export const NEAREST: Order = { by: 'near', isDescending: false }

/** Reads an order; anything unknown is the nearest first. */
export function parseOrder(text: string | null): Order {
  const [, minus, key] = /^(-?)([a-z]+)$/.exec(text ?? '') ?? []
  const by = ORDER_KEYS.find((known) => known === key)
  return by && by !== 'near' ? { by, isDescending: minus === '-' } : NEAREST
}

/** Writes an order; '' for the nearest first, which leaves no trace. */
export function formatOrder({ by, isDescending }: Order): string {
  return by === 'near' ? '' : `${isDescending ? '-' : ''}${by}`
}
