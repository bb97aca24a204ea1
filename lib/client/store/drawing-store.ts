/** The outline that is being drawn or changed. */
import { create } from 'zustand'
import { type DrawingFault, findDrawingFault } from '#lib/core/geo/areas/check-drawing.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'
import { MAX_DRAWINGS } from '#lib/core/view/drawing.ts'
import { usePlanning } from './planning-store.ts'

type DrawingState = {
  isOn: boolean
  corners: Drawing
  fault: DrawingFault | 'full' | null
  /** The view's drawings and comparison before one of them was taken up to be changed; null for a new one. */
  before: { drawings: readonly Drawing[]; compared: readonly string[]; place: number } | null
  start(): void
  /** Takes up the drawing at a place. */
  edit(place: number): void
  /** Takes over what pointer or keyboard have drawn so far. */
  follow(corners: Drawing): void
  /** Makes an area of it, or says why it is none. */
  finish(): void
  /** Leaves all as it was. */
  cancel(): void
  /** Lays outlines beside the others; false where there is no room. */
  add(drawings: readonly Drawing[]): boolean
  remove(place: number): void
  report(fault: DrawingFault): void
}

export const useDrawing = create<DrawingState>()((set, get) => ({
  isOn: false,
  corners: [],
  fault: null,
  before: null,
  start: () => set({ isOn: true, corners: [], fault: null, before: null }),
  edit: (place) => {
    const { drawings, compared } = usePlanning.getState().view
    get().remove(place)
    set({
      isOn: true,
      corners: drawings[place] ?? [],
      fault: null,
      before: { drawings, compared, place },
    })
  },
  follow: (corners) => set({ corners, fault: null }),
  finish: () => {
    const { corners, add, before } = get()
    const fault = findDrawingFault(corners)
    if (fault) return set({ fault })
    if (before) {
      const { drawings, compared, place } = before
      usePlanning.getState().setView({ drawings: drawings.with(place, corners), compared })
    } else if (!add([corners])) return
    set({ isOn: false, corners: [], fault: null, before: null })
  },
  cancel: () => {
    const { before } = get()
    if (before) usePlanning.getState().setView({ drawings: before.drawings, compared: before.compared })
    set({ isOn: false, corners: [], fault: null, before: null })
  },
  add: (added) => {
    const { view, setView } = usePlanning.getState()
    if (view.drawings.length + added.length > MAX_DRAWINGS) {
      set({ fault: 'full' })
      return false
    }
    const drawings = [...view.drawings, ...added]
    setView({ drawings })
    set({ fault: null })
    return true
  },
  remove: (place) => {
    const { view, setView, choose } = usePlanning.getState()
    choose(null)
    // Drawn areas are called by their number, which changes with each that goes.
    setView({
      drawings: view.drawings.filter((_, other) => other !== place),
      compared: view.compared.filter((key) => !key.startsWith('x:')),
    })
  },
  report: (fault) => set({ fault }),
}))
