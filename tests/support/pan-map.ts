/** Drags a map to and fro by one step a frame and takes the time of each frame. */
import type { Page } from '@playwright/test'

const STEP_PIXELS = 6
/** So many frames one way, then back. */
const TURN_FRAMES = 10

/** Milliseconds from frame to frame while the canvas under `selector` is dragged as by a mouse. */
export async function panMap(page: Page, selector: string, frames: number): Promise<number[]> {
  return page.evaluate(
    ({ canvas, count, step, turn }) =>
      new Promise<number[]>((done, fail) => {
        const element = document.querySelector(canvas)
        if (!element) return fail(new Error(`There is no ${canvas}.`))
        const box = element.getBoundingClientRect()
        let x = box.left + box.width / 2
        const y = box.top + box.height / 2
        const send = (type: string, target: EventTarget) =>
          target.dispatchEvent(
            new MouseEvent(type, {
              clientX: x,
              clientY: y,
              button: 0,
              buttons: type === 'mouseup' ? 0 : 1,
              bubbles: true,
              cancelable: true,
              view: window,
            }),
          )
        const times: number[] = []
        let before = performance.now()
        const onFrame = () => {
          const now = performance.now()
          times.push(now - before)
          before = now
          if (times.length > count) {
            send('mouseup', document)
            // The first frame waited for the hand.
            return done(times.slice(1))
          }
          x += Math.floor(times.length / turn) % 2 === 0 ? step : -step
          send('mousemove', document)
          requestAnimationFrame(onFrame)
        }
        send('mousedown', element)
        requestAnimationFrame(onFrame)
      }),
    { canvas: selector, count: frames, step: STEP_PIXELS, turn: TURN_FRAMES },
  )
}
