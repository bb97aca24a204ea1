import { beforeEach, expect, test } from 'vitest'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'
import { INITIAL_VIEW } from '#lib/core/view/planning-view.ts'

const toSquare = (lng: number): Drawing => [
  [lng, 51.04],
  [lng + 0.01, 51.04],
  [lng + 0.01, 51.05],
  [lng, 51.05],
]
const VIEW = { ...INITIAL_VIEW, drawings: [toSquare(7), toSquare(7.1)], compared: ['A', 'x:2'] }

beforeEach(() => {
  useDrawing.setState(useDrawing.getInitialState())
  usePlanning.setState({ ...usePlanning.getInitialState(), view: VIEW })
})

test('giving up a change leaves the drawing and the comparison as they were', () => {
  const { edit, follow, cancel } = useDrawing.getState()
  edit(0)
  expect(useDrawing.getState().corners).toEqual(toSquare(7))
  expect(usePlanning.getState().view.drawings).toEqual([toSquare(7.1)])
  follow([...toSquare(7), [7.005, 51.06]])
  cancel()
  expect(usePlanning.getState().view).toEqual(VIEW)
  expect(useDrawing.getState()).toMatchObject({ isOn: false, corners: [], before: null })
})

test('a changed drawing keeps its number; one with a fault stays open', () => {
  const { edit, follow, finish } = useDrawing.getState()
  edit(0)
  follow(toSquare(7).slice(0, 2))
  finish()
  expect(useDrawing.getState().isOn).toBe(true)
  expect(useDrawing.getState().fault).not.toBeNull()
  follow(toSquare(7.05))
  finish()
  expect(usePlanning.getState().view).toEqual({ ...VIEW, drawings: [toSquare(7.05), toSquare(7.1)] })
  expect(useDrawing.getState().isOn).toBe(false)
})

test('giving up a new drawing adds nothing', () => {
  const { start, follow, cancel } = useDrawing.getState()
  start()
  follow(toSquare(7.2))
  cancel()
  expect(usePlanning.getState().view).toEqual(VIEW)
})
