import { expect, test } from 'vitest'
import { drawDensity } from '#lib/geo/density-image.ts'
import { toRampTable } from '#lib/style/density-ramp.ts'
import { runTask } from '#lib/worker/tasks.ts'
import { listBuffers } from '#lib/worker/transfer.ts'

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
