import { expect, test } from 'vitest'
import { runTask } from '#lib/client/worker/tasks.ts'
import { listBuffers } from '#lib/client/worker/transfer.ts'
import { drawDensity } from '#lib/core/geo/density/density-image.ts'
import { toRampTable } from '#lib/core/style/density-ramp.ts'

const PLACES = { lng: Float64Array.of(7, 7.001), lat: Float64Array.of(51.05, 51.051) }
const OPTIONS = { bandwidthMeters: 100, table: toRampTable('light') }

test('a density goes over whole: its cells and its pixels are handed on, and arrive as they were', () => {
  const answer = runTask({ name: 'drawDensity', args: [PLACES, OPTIONS] })
  const expected = drawDensity(PLACES, OPTIONS)
  const buffers = listBuffers(answer)
  const arrived = structuredClone(answer, { transfer: buffers })
  expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true)
  expect(buffers).toHaveLength(2)
  expect(arrived).toEqual({ result: expected })
})

test('one buffer under two arrays is handed on once, and a list is left alone', () => {
  const shared = new Float64Array(4)
  expect(listBuffers({ a: shared, b: shared.subarray(1), c: [new Float64Array(1)], d: null })).toEqual([
    shared.buffer,
  ])
})
