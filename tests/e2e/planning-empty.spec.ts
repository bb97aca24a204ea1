/** Planning over hardly anything: wherever a figure or drawing cannot be, a calm sentence stands instead. */
import { expect, test } from '@playwright/test'
import { Planner } from '#tests/support/planner.ts'
import { type ServedPlace, serveRegister } from '#tests/support/served-register.ts'

const OPLADEN: ServedPlace = [7.0062, 51.0661]
const MELBOURNE: ServedPlace = [144.963, -37.814]
const many = (count: number, spot: ServedPlace): ServedPlace[] => Array.from({ length: count }, () => spot)
const around = (count: number, [lng, lat]: ServedPlace): ServedPlace[] =>
  Array.from({ length: count }, (_, number) => [lng + (number % 4) * 0.0006, lat + number * 0.0002])

const NOTHING = /NaN|Infinity|undefined|\bnull\b|\[object/
const FEW = /With fewer than 5 nothing can be said\./

const CASES: {
  name: string
  spots: ServedPlace[]
  areas: number
  /** What is said of the areas, of chance, and under each colouring of the map. */
  list: RegExp
  chance: RegExp
  density: RegExp
  hexagons: RegExp
}[] = [
  {
    name: 'no entry at all',
    spots: [],
    areas: 0,
    list: /No business matches your choice\. A candidate area has at least 5/,
    chance: FEW,
    density: /No business matches your choice, so nothing is coloured here/,
    hexagons: /No business matches your choice, so nothing is coloured here/,
  },
  {
    name: 'one entry',
    spots: [OPLADEN],
    areas: 0,
    list: /Only one business matches your choice/,
    chance: FEW,
    density: /A single place: the colour only shows the radius/,
    hexagons: /n\u00a0=\u00a01/,
  },
  {
    name: 'seven entries on one spot',
    spots: many(7, OPLADEN),
    areas: 1,
    list: /7 businesses · 0\.\d\d\u00a0km²/,
    chance: /p\u00a0=\u00a00\.\d\d/,
    density: /n\u00a0=\u00a07/,
    hexagons: /n\u00a0=\u00a07/,
  },
  {
    name: 'eight entries and one on another continent',
    spots: [...around(8, OPLADEN), MELBOURNE],
    areas: 1,
    list: /\d businesses · 0\.\d\d\u00a0km²/,
    chance: /p\u00a0=\u00a0\d\.\d\d/,
    density: /n\u00a0=\u00a08 of 9; what lies far outside is not part of it/,
    hexagons: /n\u00a0=\u00a09/,
  },
  {
    name: 'all entries outside the city',
    spots: around(9, [7.4, 51.2]),
    areas: 1,
    list: /\d businesses · 0\.\d\d\u00a0km²/,
    chance: /p\u00a0=\u00a0\d\.\d\d/,
    density: /n\u00a0=\u00a09/,
    hexagons: /n\u00a0=\u00a09/,
  },
]

for (const { name, spots, areas, list, chance, density, hexagons } of CASES)
  test(`with ${name} every part says what there is to say`, async ({ page }) => {
    await serveRegister(page, spots)
    const planner = new Planner(page)
    await planner.open('/en/planning?a=s:Hitdorf,A&i=1&w=0,0,0,0,0,0')
    const main = page.locator('main')
    expect(await planner.countAreas()).toBe(areas)
    await expect(main).toContainText(list)
    await expect(planner.map).toContainText(density)
    await expect(planner.comparison).toContainText('All weights are 0.')
    // A district without any entry: what is unknown is called so.
    await expect(planner.comparison).toContainText('nothing claimed about fewer than 5 businesses')
    await expect(planner.comparison.getByRole('row', { name: /Step-free/ })).toContainText('unknown')

    if (spots.length >= 5) {
      await page.getByRole('button', { name: 'Test it now' }).click()
      await expect(page.locator('[data-chance=known]')).toBeVisible()
    }
    await expect(page.locator('[data-chance]')).toContainText(chance)
    await page.getByText('Hexagons', { exact: true }).click()
    await planner.isAtRest()
    await expect(planner.map).toContainText(hexagons)
    await page.getByText('Vacant floor area (m²)', { exact: true }).click()
    await planner.isAtRest()
    await expect(main).toContainText(/No vacant space is known\. A candidate area has at least 5/)
    await expect(planner.map).toContainText('No vacant space is known, so nothing is coloured here')

    for (const summary of await main.locator('summary:visible').all()) await summary.click()
    expect(await main.textContent()).not.toMatch(NOTHING)
    for (const drawing of await main.locator('svg').all())
      expect(await drawing.innerHTML()).not.toMatch(NOTHING)
    // Nothing has failed on the way, and every drawing that means something says it in words.
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
    for (const drawing of await main.getByRole('img').all())
      expect(await drawing.getAttribute('aria-label')).toMatch(/\w{3}/)
  })
