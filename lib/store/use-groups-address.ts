/** Keeps the switch "groups" in the address (`g=1`), beside what `use-address.ts` writes there, and starts the search behind it. */
import { useEffect } from 'react'
import { followFilter, useGroups } from './groups-store.ts'

const PARAMETER = 'g'

/** Mount once, in the explorer. */
export function useGroupsAddress(): void {
  useEffect(() => {
    readSwitch()
    const stopSearch = followFilter()
    const stopWriting = useGroups.subscribe(({ isOn }, before) => {
      if (isOn !== before.isOn) writeSwitch(isOn)
    })
    window.addEventListener('popstate', readSwitch)
    return () => {
      window.removeEventListener('popstate', readSwitch)
      stopWriting()
      stopSearch()
    }
  }, [])
}

function readSwitch(): void {
  useGroups.getState().turn(new URLSearchParams(window.location.search).get(PARAMETER) === '1')
}

function writeSwitch(isOn: boolean): void {
  const params = new URLSearchParams(window.location.search)
  if (isOn) params.set(PARAMETER, '1')
  else params.delete(PARAMETER)
  const search = params.toString().replaceAll('%2C', ',')
  const address = `${window.location.pathname}${search && `?${search}`}`
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(null, '', address)
}
