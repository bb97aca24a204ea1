import { describe, expect, it } from 'vitest'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { SPACE_STATES, SPACE_USES } from '#lib/domain/entry.ts'
import {
  businessIconId,
  donutIconId,
  donutRadiusPixels,
  imageName,
  parseImageName,
  spaceIconId,
  spacesIconId,
} from '#lib/style/icon-ids.ts'
import { formatImage } from '#lib/style/icons.ts'
import { THEMES } from '#lib/style/tokens.ts'

describe('icons', () => {
  const ids = [
    ...DISCIPLINES.flatMap((code) => [businessIconId(code, true), businessIconId(code, false)]),
    ...SPACE_USES.flatMap((use) => SPACE_STATES.map((state) => spaceIconId(use, state))),
    donutIconId([1, 0, 0, 0, 0, 0, 3]),
    'group',
    donutIconId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40], true),
    spacesIconId(2),
    spacesIconId(5401, true),
  ]
  const names = THEMES.flatMap((theme) => ids.map((id) => imageName(id, theme)))

  it('are drawn from their names alone, each its own', () => {
    const drawings = names.map((name) => formatImage(name)?.svg)
    expect(drawings).not.toContain(undefined)
    for (const svg of drawings) expect(svg).not.toMatch(/NaN|undefined/)
    const available = names.filter(
      (name) => !/reserved|temporary_use|let|not_vacant|demolished|offered/.test(name),
    )
    expect(new Set(available.map((name) => formatImage(name)?.svg)).size).toBe(available.length)
  })

  it('tell verified from unverified without colour', () => {
    expect(formatImage('space:shop:reported:light')?.svg).toContain('stroke-dasharray="4 2.6')
    expect(formatImage('space:shop:verified:light')?.svg).not.toContain('stroke-dasharray="4 2.6')
    expect(formatImage('business:design:unverified:light')?.svg).not.toBe(
      formatImage('business:design:verified:light')?.svg,
    )
  })

  it('give a donut one arc for each discipline that is there, of its share', () => {
    const svg = formatImage('donut:1,0,3:light')?.svg ?? ''
    expect(svg.match(/pathLength/g)).toHaveLength(2)
    expect(svg).toContain('stroke-dasharray="0.75 0.25" stroke-dashoffset="-0.25"')
  })

  it('grow with the count and stay within bounds', () => {
    expect([1, 2, 14, 1e6].map((count) => donutRadiusPixels(count))).toEqual([14, 14, 22, 38])
  })

  it.each([
    'business:design:verified',
    'business:cooking:verified:light',
    'space:shop:stolen:dark',
    'donut::light',
    'donut:0,0:light',
    'donut:1,-1:light',
    'donut:1,1,1,1,1,1,1,1,1,1,1,1,1,1:light',
    'donut:1:2:light',
    'spaces:0:light',
    'spaces:2,3:light',
    'toString:light',
    '',
  ])('refuse %j', (name) => {
    expect(parseImageName(name)).toBeNull()
    expect(formatImage(name)).toBeNull()
  })
})
