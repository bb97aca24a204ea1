/** The outline that is being drawn or changed. */
import { create } from 'zustand'
import type { Drawing } from '#lib/domain/drawing.ts'
import { MAX_DRAWINGS } from '#lib/domain/drawing.ts'
import { type DrawingFault, findDrawingFault } from '#lib/geo/check-drawing.ts'
import { usePlanning } from './planning-store.ts'

type DrawingState = {
  isOn: boolean
  corners: Drawing
  fault: DrawingFault | 'full' | null
  start(corners?: Drawing): void
  /** Takes over what pointer or keyboard have drawn so far. */
  follow(corners: Drawing): void
  /** Makes an area of it, or says why it is none. */
  finish(): void
  cancel(): void
  /** Lays outlines beside the others; false where there is no room. */
  add(drawings: readonly Drawing[]): boolean
  remove(place: number): void
  say(fault: DrawingFault): void
}

export const useDrawing = create<DrawingState>()((set, get) => ({
  isOn: false,
  corners: [],
  fault: null,
  start: (corners = []) => set({ isOn: true, corners, fault: null }),
  follow: (corners) => set({ corners, fault: null }),
  finish: () => {
    const { corners, add } = get()
    const fault = findDrawingFault(corners)
    if (fault) set({ fault })
    else if (add([corners])) set({ isOn: false, corners: [] })
  },
  cancel: () => set({ isOn: false, corners: [], fault: null }),
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
  say: (fault) => set({ fault }),
}))
