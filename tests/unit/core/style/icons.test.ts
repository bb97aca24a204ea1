import { describe, expect, it } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { countLabelPixels } from '#lib/core/style/count-label.ts'
import { paintDonut, shapeDonut } from '#lib/core/style/donut.ts'
import { donutRadiusPixels, type Icon, imageName, parseImageName } from '#lib/core/style/icon-ids.ts'
import { formatIcon } from '#lib/core/style/icons.ts'
import { DISCIPLINE_COLORS } from '#lib/core/style/palette.ts'
import { THEMES } from '#lib/core/style/tokens.ts'

const svgOf = (icon: Icon) => formatIcon(icon, 'light').svg

describe('icons', () => {
  const singles: Icon[] = [
    ...DISCIPLINES.flatMap((discipline): Icon[] => [
      { type: 'business', discipline, verified: true },
      { type: 'business', discipline, verified: false },
    ]),
    ...SPACE_USES.flatMap((use) => SPACE_STATES.map((state): Icon => ({ type: 'space', use, state }))),
  ]
  const icons: Icon[] = [
    ...singles,
    { type: 'donut', counts: [1, 0, 0, 0, 0, 0, 3] },
    { type: 'group' },
    { type: 'stack', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40] },
    { type: 'spaces', count: 2 },
    { type: 'space-stack', count: 5401 },
  ]

  it('are drawn from what they say and the theme alone, each its own', () => {
    const drawings = THEMES.flatMap((theme) => icons.map((icon) => formatIcon(icon, theme).svg))
    for (const svg of drawings) expect(svg).not.toMatch(/NaN|undefined/)
    const alike = ['reserved', 'temporary_use', 'let', 'not_vacant', 'demolished', 'offered']
    const apart = icons.filter((icon) => !('state' in icon && alike.includes(icon.state)))
    const told = THEMES.flatMap((theme) => apart.map((icon) => formatIcon(icon, theme).svg))
    expect(new Set(told).size).toBe(told.length)
  })

  it('tell verified from unverified without colour', () => {
    const dashed = 'stroke-dasharray="4 2.6'
    expect(svgOf({ type: 'space', use: 'shop', state: 'reported' })).toContain(dashed)
    expect(svgOf({ type: 'space', use: 'shop', state: 'verified' })).not.toContain(dashed)
    expect(svgOf({ type: 'business', discipline: 'design', verified: false })).not.toBe(
      svgOf({ type: 'business', discipline: 'design', verified: true }),
    )
  })

  it('grow with the count and stay within bounds', () => {
    expect([1, 2, 14, 1e6].map((count) => donutRadiusPixels(count))).toEqual([14, 14, 22, 38])
    expect([2, 150, 1e6].map((count) => countLabelPixels('business', count))).toEqual([14, 15, 16])
    expect(countLabelPixels('space', 5401)).toBe(11)
  })
})

describe('a donut', () => {
  const donut = shapeDonut([1, 0, 3], false, 'light')

  it('has one arc for each discipline that is there, of its share', () => {
    const [first, , third] = DISCIPLINES.map((code) => DISCIPLINE_COLORS.light[code])
    expect(donut.arcs.map(({ color, start, end }) => ({ color, start, end }))).toEqual([
      { color: first, start: 0, end: 0.25 },
      { color: third, start: 0.25, end: 1 },
    ])
    expect(svgOf({ type: 'donut', counts: [1, 0, 3] })).toContain(
      'stroke-dasharray="0.75 0.25" stroke-dashoffset="-0.25"',
    )
  })

  it('has a second line around it at one address', () => {
    expect(shapeDonut([1, 0, 3], true, 'light').arcs).toHaveLength(donut.arcs.length + 1)
  })

  it('is painted from the top, clockwise', () => {
    const angles: number[][] = []
    const context = { beginPath() {}, fill() {}, stroke() {}, fillStyle: '', strokeStyle: '', lineWidth: 0 }
    const arc = (_x: number, _y: number, _radius: number, start: number, end: number) =>
      void angles.push([start / Math.PI, end / Math.PI])
    paintDonut({ ...context, globalAlpha: 1, arc }, donut)
    expect(angles.slice(-2)).toEqual([
      [-0.5, 0],
      [0, 1.5],
    ])
  })
})

describe('names of the images that a style asks for', () => {
  it('are read back', () => {
    expect(parseImageName(imageName('station', 'dark'))).toEqual({ icon: { type: 'station' }, theme: 'dark' })
  })

  it.each(['station', 'business:design:verified:light', 'station:light:light', 'toString:light', ''])(
    'refuse %j',
    (name) => expect(parseImageName(name)).toBeNull(),
  )
})
