/**
 * One scan over the snapshot: which entries match, and the counts beside every filter value. The counts of a condition are taken
 * under all others, so that a value always says how many entries it would bring.
 */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import { readDistrict, type SnapshotPoints, type SnapshotTexts } from '#lib/core/snapshot/format.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import {
  ALL,
  CONDITIONS,
  DISCIPLINE,
  DISTRICT,
  KIND,
  OF_SPACES,
  RECENT,
  TEXT,
  UNKNOWN_SHIFT,
  VIEW,
} from './conditions.ts'
import { countSpaces, increase, type SpaceCounts, type SpaceInput, testSpaces } from './space-scan.ts'

export type ScanInput = {
  points: SnapshotPoints
  texts: Pick<SnapshotTexts, 'districtNames' | 'districts' | 'confirmedDays'> & SpaceInput['texts']
  filter: Filter
  /** What the text search found, one byte per rank; null where nothing is searched for. */
  found: Uint8Array | null
  /** What the map shows, in degrees; null where there is no map: then nothing is out of view. */
  view: Bbox | null
  /** The first day that counts as recent, in days since 1970. */
  recentSinceDay: number
}

export type Scan = {
  /** One byte per rank: 1 where the entry matches. */
  mask: Uint8Array
  /** As `mask`, but whether in view or not: what the map draws, so that marks hold still at its edge. */
  mapMask: Uint8Array
  matching: number
  /** All entries of the filter's kind, whatever else it asks. */
  ofKind: number
  /** How many of the matching ones have no shown place. */
  unplaced: number
  /** Per discipline, primary or secondary. */
  byDiscipline: Uint32Array
  /** As `changeFilter` has it: another kind than spaces is chosen without what is asked of them. */
  byKind: Uint32Array
  ofAllKinds: number
  /** Per district, in the order of the texts' `districtNames`. */
  byDistrict: Uint32Array
  recent: number
  inView: number
  /** Per condition, in the order of `CONDITIONS`: entries that fail it alone, and would come back without it. */
  missed: Uint32Array
  /** Per condition on spaces: how many have each value, under all conditions but this one. */
  bySpaceValue: SpaceCounts
  /** Spaces that might match, if only somebody said of them what is asked. */
  unknown: number
}

const SPACE = KINDS.indexOf('space')

/** Scans all entries once. */
export function scanEntries(input: ScanInput): Scan {
  const { points, texts } = input
  const scan: Omit<Scan, 'bySpaceValue'> = {
    mask: new Uint8Array(points.count),
    mapMask: new Uint8Array(points.count),
    matching: 0,
    ofKind: 0,
    unplaced: 0,
    byDiscipline: new Uint32Array(DISCIPLINES.length),
    byKind: new Uint32Array(KINDS.length),
    ofAllKinds: 0,
    byDistrict: new Uint32Array(texts.districtNames.length),
    recent: 0,
    inView: 0,
    missed: new Uint32Array(CONDITIONS.length),
    unknown: 0,
  }
  const test = createTest(input)
  const { asked, failing: failingSpaces } = testSpaces(input)
  const failedSpaces = new Int32Array(failingSpaces.length)
  let space = 0
  for (let rank = 0; rank < points.count; rank++) {
    const isSpace = points.kind[rank] === SPACE
    const tested = test(rank) | (isSpace ? (failingSpaces[space] ?? 0) : asked)
    const failing = tested & ALL
    if (isSpace) failedSpaces[space++] = failing
    if ((failing & KIND) === 0) scan.ofKind += 1
    if ((failing & ~DISCIPLINE) === 0) countBits(disciplineBits(points, rank), scan.byDiscipline)
    if ((failing & ~(isSpace ? KIND : KIND | OF_SPACES)) === 0) increase(scan.byKind, points.kind[rank])
    if ((failing & ~(KIND | OF_SPACES)) === 0) scan.ofAllKinds += 1
    if ((failing & ~DISTRICT) === 0) increase(scan.byDistrict, texts.districts[rank])
    if ((failing & ~RECENT) === 0 && isRecent(input, rank)) scan.recent += 1
    // A single bit is the only reason.
    if (failing !== 0 && (failing & (failing - 1)) === 0) increase(scan.missed, 31 - Math.clz32(failing))
    if (failing !== 0 && failing === tested >>> UNKNOWN_SHIFT) scan.unknown += 1
    if ((failing & ~VIEW) !== 0) continue
    scan.mapMask[rank] = 1
    if (isInView(input, rank)) scan.inView += 1
    if (failing !== 0) continue
    scan.mask[rank] = 1
    scan.matching += 1
    if (rank >= points.locatedCount) scan.unplaced += 1
  }
  return { ...scan, bySpaceValue: countSpaces(input, failedSpaces) }
}

/** Returns which conditions of any kind the entry of a rank fails; what does not change from entry to entry is read once. */
function createTest(input: ScanInput): (rank: number) => number {
  const { points, texts, filter, found } = input
  const wanted = filter.disciplines.reduce((bits, code) => bits | (1 << DISCIPLINES.indexOf(code)), 0)
  const kind = filter.kind === null ? -1 : KINDS.indexOf(filter.kind)
  const districts = new Set(filter.districts)
  return (rank) => {
    let failing = 0
    if (found && !found[rank]) failing |= TEXT
    if (kind >= 0 && points.kind[rank] !== kind) failing |= KIND
    if (wanted !== 0 && (disciplineBits(points, rank) & wanted) === 0) failing |= DISCIPLINE
    if (districts.size > 0 && !districts.has(readDistrict(texts, rank))) failing |= DISTRICT
    if (filter.isRecent && !isRecent(input, rank)) failing |= RECENT
    if (filter.isInView && !isInView(input, rank)) failing |= VIEW
    return failing
  }
}

/** One bit per discipline of the entry, primary or secondary. */
function disciplineBits(points: SnapshotPoints, rank: number): number {
  const primary = points.discipline[rank] ?? DISCIPLINES.length
  return (points.secondaryMask[rank] ?? 0) | (primary < DISCIPLINES.length ? 1 << primary : 0)
}

function isRecent({ texts, recentSinceDay }: ScanInput, rank: number): boolean {
  return (texts.confirmedDays[rank] ?? 0) >= recentSinceDay
}

function isInView({ points, view }: ScanInput, rank: number): boolean {
  if (!view) return true
  return rank < points.locatedCount && containsPoint(view, points.lng[rank] ?? 0, points.lat[rank] ?? 0)
}

function countBits(bits: number, counts: Uint32Array): void {
  for (let position = 0, left = bits; left !== 0; position++, left >>>= 1)
    if (left & 1) increase(counts, position)
}
