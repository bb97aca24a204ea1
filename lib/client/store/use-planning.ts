/** Keeps the planner's address and view in step, loads the ground and works out what the view asks for. */
import { useEffect } from 'react'
import { formatPlanningView, parsePlanningView } from '#lib/core/view/planning-view.ts'
import { formatCamera, parseCamera } from '#lib/core/view/view.ts'
import { followQuestions } from './follow-questions.ts'
import { PLANNING_QUESTIONS } from './planning-questions.ts'
import { usePlanning } from './planning-store.ts'
import { onThemeChange, readTheme } from './system-theme.ts'

/** Mount once, on the page of planning. */
export function usePlanningPage(): void {
  useEffect(() => {
    readAddress()
    const follow = () => usePlanning.setState({ theme: readTheme() })
    follow()
    const stopTheme = onThemeChange(follow)
    window.addEventListener('popstate', readAddress)
    const stopWork = followQuestions(
      usePlanning,
      PLANNING_QUESTIONS,
      (underWay) => usePlanning.setState({ underWay }),
      (fault) => {
        console.error(fault)
        usePlanning.setState({ hasFailed: true })
      },
    )
    const stopWriting = usePlanning.subscribe(({ view, camera }, before) => {
      if (view !== before.view || camera !== before.camera) writeAddress()
    })
    void usePlanning.getState().load()
    return () => {
      stopWriting()
      stopWork()
      window.removeEventListener('popstate', readAddress)
      stopTheme()
    }
  }, [])
}

function readAddress(): void {
  const params = new URLSearchParams(window.location.search)
  usePlanning.setState({ view: parsePlanningView(params), camera: parseCamera(params.get('c')) })
}

/** A view only corrects the present address: "back" leads to the page before, not to a slider's last place. */
function writeAddress(): void {
  const { view, camera } = usePlanning.getState()
  const params = new URLSearchParams(window.location.search)
  formatPlanningView(view, params)
  if (camera) params.set('c', formatCamera(camera))
  const search = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  const address = `${window.location.pathname}${search && `?${search}`}`
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(null, '', address)
}
