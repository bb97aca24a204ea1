/** PGlite copies its list of parsers with every statement, one for each table's row among them, which nobody here reads. */
import type { PGlite } from '@electric-sql/pglite'
import { requireMembers } from './known-versions.ts'

/** Types of PostgreSQL's own, the arrays of them included, have smaller numbers; those of its tables and of ours follow. */
const FIRST_TYPE_OF_A_TABLE = 10_000

export function dropRowParsers(driver: Pick<PGlite, 'parsers'>): void {
  requireMembers(driver, ['parsers'], '@electric-sql/pglite')
  driver.parsers = Object.fromEntries(
    Object.entries(driver.parsers).filter(([type]) => Number(type) < FIRST_TYPE_OF_A_TABLE),
  )
}
