import { expect, test } from 'vitest'
import { createTaskClient, type TaskPort } from '#lib/client/worker/client.ts'
import { runTask, type TaskAnswer, type TaskCall } from '#lib/client/worker/tasks.ts'
import type { DistrictPoints } from '#lib/core/geo/areas/areas.ts'
import { findGroups } from '#lib/core/geo/areas/groups.ts'

/** A worker without a thread of its own: it answers when told to, through the same cloning as a real one. */
class StoppedWorker extends EventTarget implements TaskPort {
  readonly calls: TaskCall[] = []
  isEnded = false
  postMessage(call: TaskCall): void {
    this.calls.push(structuredClone(call))
  }
  terminate(): void {
    this.isEnded = true
  }
  answer(): void {
    const call = this.calls.shift()
    if (!call) throw new Error('Nothing was asked.')
    const data: TaskAnswer = structuredClone(runTask(call))
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const places = (count: number): DistrictPoints => ({
  lng: new Float64Array(count).fill(7),
  lat: new Float64Array(count).fill(51),
  districts: new Int32Array(count).fill(0),
  districtNames: ['Opladen'],
})

function openClient() {
  const workers: StoppedWorker[] = []
  const client = createTaskClient(() => {
    const worker = new StoppedWorker()
    workers.push(worker)
    return worker
  })
  return { client, workers }
}

const never = new AbortController().signal

test('a call comes back with what the function gives', async () => {
  const { client, workers } = openClient()
  const found = client.run('findGroups', [places(6)], never)
  workers[0]?.answer()
  expect(await found).toEqual(findGroups(places(6)))
})

test('what is given up while it waits is never sent; what runs is not waited for', async () => {
  const { client, workers } = openClient()
  const [first, second] = [new AbortController(), new AbortController()]
  const results = [
    client.run('findGroups', [places(5)], first.signal),
    client.run('findGroups', [places(6)], second.signal),
    client.run('findGroups', [places(7)], never),
  ]
  first.abort(new Error('another filter'))
  second.abort(new Error('another filter'))
  const settled = Promise.allSettled(results)
  workers[0]?.answer()
  workers[0]?.answer()
  expect(workers[0]?.calls).toEqual([])
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect((await results[2])?.n).toBe(7)
})

test('a call that is given up already is not sent at all', async () => {
  const { client, workers } = openClient()
  await expect(
    client.run('findGroups', [places(5)], AbortSignal.abort(new Error('too late'))),
  ).rejects.toThrow('too late')
  expect(workers).toHaveLength(0)
})

test('a function that throws rejects its call alone', async () => {
  const { client, workers } = openClient()
  const bad = client.run('findGroups', [{ ...places(6), lat: new Float64Array(2) }], never)
  const good = client.run('findGroups', [places(6)], never)
  workers[0]?.answer()
  await expect(bad).rejects.toThrow('lng has 6 values, lat 2')
  workers[0]?.answer()
  expect((await good).areas.features).toHaveLength(1)
})

test('a worker that cannot be started, and a call that cannot be sent, reject their call alone', async () => {
  const { client: working, workers } = openClient()
  const unsendable = { ...places(5), districtNames: [(() => '') as unknown as string] }
  await expect(working.run('findGroups', [unsendable], never)).rejects.toThrow('could not be cloned')
  const good = working.run('findGroups', [places(6)], never)
  workers[0]?.answer()
  expect((await good).n).toBe(6)

  const broken = createTaskClient(() => {
    throw new Error('Workers are not allowed here.')
  })
  for (let nth = 0; nth < 2; nth++)
    await expect(broken.run('findGroups', [places(5)], never)).rejects.toThrow('not allowed here')
})

test('a worker that breaks is ended, its call rejected, and another takes over', async () => {
  const { client, workers } = openClient()
  const lost = client.run('findGroups', [places(6)], never)
  workers[0]?.dispatchEvent(new Event('error'))
  await expect(lost).rejects.toThrow('The worker could not be loaded.')
  const next = client.run('findGroups', [places(6)], never)
  workers[1]?.answer()
  expect((await next).n).toBe(6)
  expect(workers[0]?.isEnded).toBe(true)
})
