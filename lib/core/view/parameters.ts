/** What conditions and their form in addresses share: lists of codes, and parameters that leave no trace where nothing is asked. */

/** The parts of a list, without empty ones. */
export function splitCodes(text: string | null): string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || [])
}

/** Those of the known codes that a list names, in their own order. */
export function readCodes<Code extends string>(text: string | null, known: readonly Code[]): Code[] {
  const wanted = new Set(splitCodes(text))
  return known.filter((code) => wanted.has(code))
}

/** A list of codes with one more or one less, in their own order. */
export function toggleCode<Code>(chosen: readonly Code[], code: Code, known: readonly Code[]): Code[] {
  return known.filter((one) => (one === code) !== chosen.includes(one))
}

/** Sets a parameter; an empty value takes it away. */
export function setOrDelete(params: URLSearchParams, key: string, value: string): void {
  if (value === '') params.delete(key)
  else params.set(key, value)
}
