import type { Discipline } from '#lib/core/domain/discipline.ts'
import { toDisciplineByte } from '#lib/core/snapshot/format.ts'

/** The bits of an entry's secondary disciplines, as `decodePoints` has to find them. */
export const toSecondaryMask = (disciplines: readonly Discipline[]): number =>
  disciplines.slice(1).reduce((mask, discipline) => mask | (1 << toDisciplineByte(discipline)), 0)
