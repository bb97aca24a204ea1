/** Columns of a file that no profile reads although they look as if one should: what they hold would be left out in silence. */

import { findNear } from '#lib/server/import/did-you-mean.ts'
import { type ImportMessage, toImportMessage } from './import-messages.ts'
import type { Profile } from './profile.ts'

/** One sentence per column of the header that looks like one that is read and missing. */
export function findMistypedColumns(
  header: readonly string[],
  { reads, columns, ref = [] }: Profile,
): ImportMessage[] {
  if (reads !== 'columns') return []
  const read = [...Object.values(columns), ...ref]
  const missing = read.filter((name) => !header.includes(name))
  return header.flatMap((name) => {
    const near = name === '' || read.includes(name) ? null : findNear(name, missing)
    return near === null ? [] : [toImportMessage('notices.mistyped-column', { name, near })]
  })
}
