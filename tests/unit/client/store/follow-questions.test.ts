import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { followQuestions, type Question } from '#lib/client/store/follow-questions.ts'

type State = { asked: number | null; other: number; answer: string | null }

function follow() {
  const store = createStore<State>(() => ({ asked: 1, other: 0, answer: null }))
  const works: { finish(answer: string): void; fail(fault: Error): void; signal: AbortSignal }[] = []
  const heard = { underWay: [] as number[], faults: [] as unknown[] }
  const question: Question<State> = {
    on: ({ asked }) => (asked === null ? null : [asked]),
    work: (_, signal) =>
      new Promise((done, fail) => works.push({ finish: (answer) => done({ answer }), fail, signal })),
    none: { answer: null },
  }
  const stop = followQuestions(
    store,
    [question],
    (underWay) => heard.underWay.push(underWay),
    (fault) => heard.faults.push(fault),
  )
  const settle = () => new Promise((done) => setImmediate(done))
  return { store, works, heard, stop, settle }
}

test('works once for what is asked, and only the newest answer counts', async () => {
  const { store, works, heard, settle } = follow()
  store.setState({ other: 1 })
  expect(works).toHaveLength(1)
  store.setState({ asked: 2 })
  expect(works).toHaveLength(2)
  expect(works[0]?.signal.aborted).toBe(true)
  works[1]?.finish('two')
  works[0]?.finish('one')
  await settle()
  expect(store.getState().answer).toBe('two')
  expect(heard.underWay).toEqual([1, 2, 1, 0])
})

test('takes the answer back where nothing is asked, and hears of faults unless they were given up', async () => {
  const { store, works, heard, stop, settle } = follow()
  works[0]?.finish('one')
  await settle()
  store.setState({ asked: null })
  expect(store.getState().answer).toBeNull()
  store.setState({ asked: 3 })
  const fault = new Error('no')
  works[1]?.fail(fault)
  await settle()
  expect(heard.faults).toEqual([fault])
  store.setState({ asked: 4 })
  stop()
  works[2]?.fail(new Error('given up'))
  await settle()
  expect(heard.faults).toEqual([fault])
})
