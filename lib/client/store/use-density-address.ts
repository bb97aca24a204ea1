/** Keeps the switch "density" with its bandwidth in the address (`h=250`, metres), and starts the work behind it. */
import { useEffect } from 'react'
import { parseBandwidth } from '#lib/core/domain/bandwidth.ts'
import { readParameter, writeParameter } from './address-parameter.ts'
import { followDensity, useDensity } from './density-store.ts'
import { onThemeChange, readTheme } from './system-theme.ts'

const PARAMETER = 'h'

/** Mount once, in the explorer. */
export function useDensityAddress(): void {
  useEffect(() => {
    const followTheme = () => useDensity.setState({ theme: readTheme() })
    followTheme()
    readSwitch()
    const stopWork = followDensity()
    const stopWriting = useDensity.subscribe(({ isOn, bandwidthMeters }, before) => {
      if (isOn !== before.isOn || bandwidthMeters !== before.bandwidthMeters)
        writeParameter(PARAMETER, isOn ? String(bandwidthMeters) : '')
    })
    const stopTheme = onThemeChange(followTheme)
    window.addEventListener('popstate', readSwitch)
    return () => {
      window.removeEventListener('popstate', readSwitch)
      stopTheme()
      stopWriting()
      stopWork()
    }
  }, [])
}

function readSwitch(): void {
  const bandwidthMeters = parseBandwidth(readParameter(PARAMETER))
  useDensity.setState({ isOn: bandwidthMeters !== null, ...(bandwidthMeters && { bandwidthMeters }) })
}
