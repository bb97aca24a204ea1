/** One parameter of the address that a behaviour keeps for itself, beside what `use-address.ts` writes there. */
import { setOrDelete } from '#lib/core/view/parameters.ts'

export function readParameter(key: string): string | null {
  return new URLSearchParams(window.location.search).get(key)
}

/** Corrects the present address; an empty value takes the parameter away. */
export function writeParameter(key: string, value: string): void {
  const params = new URLSearchParams(window.location.search)
  setOrDelete(params, key, value)
  const search = params.toString().replaceAll('%2C', ',')
  const address = `${window.location.pathname}${search && `?${search}`}`
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(null, '', address)
}
