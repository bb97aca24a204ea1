import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getSprite } from '#app/basemap/remote/sprite/[file]/route.ts'
import { GET as getRemoteTile } from '#app/basemap/remote/tiles/[source]/[z]/[x]/[y]/route.ts'
import { GET as getStyle } from '#app/basemap/style/[locale]/[theme]/route.ts'
import { GET as getTile } from '#app/basemap/tiles/[version]/[z]/[x]/[y]/route.ts'

const request = new Request('http://localhost/')
const context = <T>(params: T) => ({ params: Promise.resolve(params) })
beforeAll(() => {
  vi.stubEnv('BASEMAP', 'schematic')
})

describe('the routes of the basemap', () => {
  it('hand out a style per language and theme, the schematic one not to be kept', async () => {
    const answer = await getStyle(request, context({ locale: 'de', theme: 'dark' }))
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.json()).toMatchObject({
      version: 8,
      metadata: { kind: 'schematic', schematic: true },
    })
  })

  it.each([
    ['fr', 'dark'],
    ['de', 'blue'],
    ['__proto__', 'light'],
  ])('know no style for %s, %s', async (locale, theme) => {
    expect((await getStyle(request, context({ locale, theme }))).status).toBe(404)
  })

  it('have neither tiles nor sprites beneath a schematic map', async () => {
    const place = { z: '14', x: '8510', y: '5480' }
    expect((await getTile(request, context({ version: 'a', ...place }))).status).toBe(404)
    expect((await getRemoteTile(request, context({ source: '0', ...place }))).status).toBe(404)
    for (const file of ['0.json', '0.svg', '../0.json', '0@2x.png.json', ''])
      expect((await getSprite(request, context({ file }))).status).toBe(404)
  })
})
