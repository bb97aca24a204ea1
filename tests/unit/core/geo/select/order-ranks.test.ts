import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderRanks } from '#lib/core/geo/select/order-ranks.ts'
import { formatOrder, NEAREST, ORDER_KEYS, type Order, parseOrder } from '#lib/core/view/order.ts'
import { inventSnapshot } from '#tests/support/register.ts'

const { places: points, columns: texts } = await inventSnapshot(300, 5)
const middle = { lng: 7, lat: 51.05 }
const all = new Uint8Array(points.count).fill(1)
const list = (order: Order, mask = all, start = 0, end = points.count) =>
  orderRanks({ points, texts, mask, order, middle, locale: 'de' }, start, end)
const orders = fc.record({ by: fc.constantFrom(...ORDER_KEYS), isDescending: fc.boolean() })

describe('order', () => {
  test('pages put together are the whole list, each matching rank once, for every order', () => {
    const masks = fc.infiniteStream(fc.boolean()).map((stream) => all.map(() => Number(stream.next().value)))
    fc.assert(
      fc.property(orders, masks, fc.integer({ min: 1, max: 70 }), (order, mask, size) => {
        const whole = list(order, mask)
        const pages = Array.from({ length: Math.ceil(whole.length / size) }, (_, page) =>
          list(order, mask, page * size, (page + 1) * size),
        )
        expect(pages.flat()).toEqual(whole)
        expect(new Set(whole).size).toBe(mask.reduce((sum, bit) => sum + bit))
        expect(whole.every((rank) => mask[rank] === 1)).toBe(true)
      }),
      { seed: 6, numRuns: 150 },
    )
  })

  test('what has no shown place comes last, what has no value in the column after what has one', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const ranks = list(order)
        expect(ranks.findIndex((rank) => rank >= points.locatedCount)).toBe(points.locatedCount)
      }),
      { seed: 7, numRuns: 30 },
    )
    for (const isDescending of [false, true]) {
      const days = list({ by: 'confirmed', isDescending })
        .slice(0, points.locatedCount)
        .map((rank) => texts.confirmedDays[rank] ?? 0)
      const confirmed = days.filter((day) => day > 0)
      expect(days.slice(confirmed.length).every((day) => day === 0)).toBe(true)
      expect(confirmed).toEqual(confirmed.toSorted((a, b) => (isDescending ? b - a : a - b)))
    }
  })

  test('nearest means nearest on the ground, to a thousandth of the distance', () => {
    const meters = list(NEAREST)
      .slice(0, points.locatedCount)
      .map((rank) => greatCircleMeters(points.lng[rank] ?? 0, points.lat[rank] ?? 0))
    for (const [index, distance] of meters.slice(1).entries())
      expect(distance).toBeGreaterThan((meters[index] ?? 0) * 0.999)
  })

  test('names stand as in a German telephone book: Ä beside A, 9 before 10', () => {
    const names = list({ by: 'name', isDescending: false })
      .slice(0, points.locatedCount)
      .map((rank) => texts.names[rank] ?? '')
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'de', { numeric: true })))
    const initials = [...new Set(names.map((name) => name.split(' ')[0]))]
    expect(initials).toEqual(['Ärmel', 'Atelier', 'Buch', 'Druckerei', 'Öl', 'Zelt'])
  })

  test('an order comes back from the address as it was; anything else is the nearest first', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(parseOrder(formatOrder(order))).toEqual(order.by === 'near' ? NEAREST : order)
      }),
      { seed: 8, numRuns: 60 },
    )
    for (const text of [null, '', 'near', '-near', '--name', 'Name', 'price', '__proto__'])
      expect(parseOrder(text)).toEqual(NEAREST)
  })
})

/** Haversine (Sinnott 1984) on a sphere of 6,371 km. */
function greatCircleMeters(lng: number, lat: number): number {
  const toRadians = Math.PI / 180
  const half = (degrees: number) => Math.sin((degrees * toRadians) / 2) ** 2
  const chord =
    half(lat - middle.lat) +
    Math.cos(lat * toRadians) * Math.cos(middle.lat * toRadians) * half(lng - middle.lng)
  return 2 * 6_371_000 * Math.asin(Math.sqrt(chord))
}
