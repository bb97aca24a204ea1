/** The snapshot is fetched again when its version changes or a fetch has failed. */
import { afterEach, expect, test, vi } from 'vitest'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import { toTexts } from '#tests/support/snapshot.ts'

const TEXTS = toTexts([])

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a connection that comes back takes the notice of the lost one away, also where nothing is new', async () => {
  let isReached = true
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.stubGlobal('fetch', async (url: string) => {
    if (!isReached) throw new TypeError('fetch failed')
    if (url === '/data/current') return Response.json({ version: 'a' })
    return url === '/data/a' ? new Response(new Uint8Array(encodePoints([]))) : Response.json(TEXTS)
  })
  const { load } = useExplorer.getState()
  await load()
  const { snapshot } = useExplorer.getState()
  expect(snapshot?.version).toBe('a')
  isReached = false
  await load()
  expect(useExplorer.getState().failed).toBe(true)
  isReached = true
  await load()
  expect(useExplorer.getState()).toMatchObject({ failed: false, snapshot })
})
