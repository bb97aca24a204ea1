/** Facts of areas as CSV (RFC 4180), a line each; beside each fact the cases it rests on. */
import type { AreaFacts, Fact, VacancyOnDay } from './area-facts.ts'
import { BYTE_ORDER_MARK, formatCsvCell } from './format-csv.ts'

/** Numbers keep so many digits: more say nothing. */
const DIGITS = 6

type CsvCell = string | number | null
/** An area under its name, with cells of its own behind the facts: the same columns in each. */
export type FactsRow = { name: string; facts: AreaFacts; cells: readonly [string, CsvCell][] }

/** Byte order mark, then lines with the columns' names first; an unknown fact is an empty cell, never 0. */
export function formatFactsCsv(nameColumn: string, areas: readonly FactsRow[]): string {
  const rows = areas.map(({ name, facts, cells }) => [
    [nameColumn, name] as [string, CsvCell],
    ...listCells(facts),
    ...cells,
  ])
  const head = rows[0]?.map(([column]) => column) ?? [nameColumn]
  const lines = rows.map((row) => row.map(([, cell]) => formatCsvCell(round(cell))))
  return BYTE_ORDER_MARK + [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}

function listCells(facts: AreaFacts): [string, CsvCell][] {
  const withCases = (name: string, { value, n, of }: Fact): [string, CsvCell][] => [
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
    ...facts.disciplines.map(({ discipline, count }): [string, CsvCell] => [
      `businesses:${discipline}`,
      count,
    ]),
    ...facts.disciplines.map(({ discipline, locationQuotient }): [string, CsvCell] => [
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
export function findYearBefore(days: readonly VacancyOnDay[]): VacancyOnDay | undefined {
  const today = days.at(-1)?.day ?? ''
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return days.findLast(({ day }) => day <= yearBefore)
}

function round(cell: CsvCell): CsvCell {
  return typeof cell === 'number' ? Number(cell.toPrecision(DIGITS)) : cell
}
