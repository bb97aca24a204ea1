/** Keeps the switch "groups" in the address (`g=1`), and starts the search behind it. */
import { useEffect } from 'react'
import { readParameter, writeParameter } from './address-parameter.ts'
import { followGroups, useGroups } from './groups-store.ts'

const PARAMETER = 'g'

/** Mount once, in the explorer. */
export function useGroupsAddress(): void {
  useEffect(() => {
    const readSwitch = () => useGroups.getState().turn(readParameter(PARAMETER) === '1')
    readSwitch()
    const stopSearch = followGroups()
    const stopWriting = useGroups.subscribe(({ isOn }, before) => {
      if (isOn !== before.isOn) writeParameter(PARAMETER, isOn ? '1' : '')
    })
    window.addEventListener('popstate', readSwitch)
    return () => {
      window.removeEventListener('popstate', readSwitch)
      stopWriting()
      stopSearch()
    }
  }, [])
}
