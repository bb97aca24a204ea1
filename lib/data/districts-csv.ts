/** Facts of districts as CSV (RFC 4180), a line each; beside each fact the cases it rests on. */
import type { AreaFacts, Fact, VacancyOnDay } from '#lib/domain/area-facts.ts'
import type { DescribedDistrict } from '#lib/geo/planning-ground.ts'
import { formatCsvCell } from './entries-csv.ts'

/** Numbers keep so many digits: more say nothing. */
const DIGITS = 6

type Cell = string | number | null

/** Lines with the columns' names first; an unknown fact is an empty cell, never 0. */
export function formatDistrictsCsv(districts: readonly DescribedDistrict[]): string {
  const rows = districts.map(({ name, facts }) => [['district', name] as [string, Cell], ...listCells(facts)])
  const head = rows[0]?.map(([column]) => column) ?? ['district']
  const lines = rows.map((row) => row.map(([, cell]) => formatCsvCell(round(cell))))
  return [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}

function listCells(facts: AreaFacts): [string, Cell][] {
  const withCases = (name: string, { value, n, of }: Fact): [string, Cell][] => [
    [name, value],
    [`${name}N`, n],
    [`${name}Of`, of],
  ]
  const before = findYearBefore(facts.vacancyByQuarter)
  return [
    ['areaSquareKilometers', facts.areaSquareKilometers],
    ['businesses', facts.businesses],
    ['isTooFew', facts.isTooFew ? 'yes' : 'no'],
    ['businessesPerSquareKilometer', facts.businessesPerSquareKilometer.value],
    ['evenness', facts.evenness.value],
    ...facts.disciplines.map(({ discipline, count }): [string, Cell] => [`businesses:${discipline}`, count]),
    ...facts.disciplines.map(({ discipline, locationQuotient }): [string, Cell] => [
      `locationQuotient:${discipline}`,
      locationQuotient,
    ]),
    ['vacantSpaces', facts.vacantSpaces],
    ...withCases('vacantSquareMeters', facts.vacantSquareMeters),
    ['offeredSpaces', facts.offeredSpaces],
    ...withCases('offeredSquareMeters', facts.offeredSquareMeters),
    ['desks', facts.desks],
    ...withCases('smallSpacesShare', facts.smallSpacesShare),
    ...withCases('stepFreeShare', facts.stepFreeShare),
    ...withCases('confirmedShare', facts.confirmedShare),
    ['nearestStation', facts.nearestStation],
    ...withCases('nearestStationMeters', facts.nearestStationMeters),
    ...withCases('thirdPlacesWithin300Meters', facts.thirdPlaces),
    ['vacantSpacesYearBeforeDay', before?.day ?? null],
    ['vacantSpacesYearBefore', before?.vacant ?? null],
    ['vacantSpacesYearBeforeOf', before?.known ?? null],
  ]
}

/** The last quarter's first day that lies a year back or more. */
function findYearBefore(days: AreaFacts['vacancyByQuarter']): VacancyOnDay | undefined {
  const today = days.at(-1)?.day ?? ''
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return days.findLast(({ day }) => day <= yearBefore)
}

function round(cell: Cell): Cell {
  return typeof cell === 'number' ? Number(cell.toPrecision(DIGITS)) : cell
}
