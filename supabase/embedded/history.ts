/** Which migrations a database has, compared with those of this code: only a beginning of the same list is migrated further. */

/** Raised before anything is written: the message says what is wrong, that nothing is touched, and what to do. */
export class RefusedData extends Error {}

/**
 * Throws where `applied` is not a beginning of `known`, both as versions of 14 digits. `holder` names the directory or database in the message,
 * `maker` the version that made it where that is known, `cure` says how to begin a new one.
 */
export function refuseOtherHistory(
  applied: readonly string[],
  known: readonly string[],
  { holder, maker, cure }: { holder: string; maker?: string | undefined; cure: string },
): void {
  const reason = findReason(applied.toSorted(), known, maker)
  if (reason) throw new RefusedData(`${holder} ${reason}. Nothing in it was changed. ${cure}`)
}

function findReason(
  applied: readonly string[],
  known: readonly string[],
  maker: string | undefined,
): string | null {
  const first = known[0] ?? ''
  const last = known.at(-1) ?? ''
  const unknown = applied.filter((version) => !known.includes(version))
  if (unknown.some((version) => version < first))
    return 'was made by a version before 0.1.0, from which nothing is taken over'
  if (unknown.some((version) => version > last))
    return `is newer than this code: ${maker ? `Keimzelle ${maker}` : 'a later version'} made it, with ${list(unknown)}`
  if (unknown.length > 0) return `has migrations that this code does not know: ${list(unknown)}`
  const missing = known.slice(0, applied.length).filter((version) => !applied.includes(version))
  return missing.length > 0 ? `lacks migrations between others that it has: ${list(missing)}` : null
}

function list(versions: readonly string[]): string {
  return `${versions.length === 1 ? 'migration' : 'migrations'} ${versions.join(', ')}`
}
