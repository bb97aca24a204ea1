/** What is known of an area: each fact with the number of cases it rests on, so that nobody takes little for much. */
import type { Discipline } from './discipline.ts'

/** A number that rests on n of `of` cases, those of which it is known; null where it cannot be said, never 0 instead. */
export type Fact = { value: number | null; n: number; of: number }

export type AreaFacts = {
  /** On the sphere, holes taken off. */
  areaSquareKilometers: number
  /** Each business once. */
  businesses: number
  /** Fewer than five businesses: then nothing is claimed of their density, mixture and specialisation. */
  isTooFew: boolean
  businessesPerSquareKilometer: Fact
  /** By primary discipline, in their official order, with the location quotient against the whole city. */
  disciplines: readonly { discipline: Discipline; count: number; locationQuotient: number | null }[]
  /** Pielou's J' over primary disciplines. */
  evenness: Fact
  /** Spaces that nobody uses, without desks; `offered` are those of them that are offered. Square metres of those whose size is known. */
  vacantSpaces: number
  vacantSquareMeters: Fact
  offeredSpaces: number
  offeredSquareMeters: Fact
  desks: number
  /** Shares from 0 to 1: of vacant spaces those up to 100 m2, of all spaces those without a step. */
  smallSpacesShare: Fact
  stepFreeShare: Fact
  /** Of businesses and spaces: those that somebody confirmed in the last year. */
  confirmedShare: Fact
  /** From the middle of the area in a straight line; n is how many stations are known. */
  nearestStationMeters: Fact
  nearestStation: string | null
  /** Cafes, museums and libraries within 300 m of the middle of the area; n is how many are known in all. */
  thirdPlaces: Fact
  /** Vacant spaces on the first day of each quarter and today; empty where no step is dated before today. */
  vacancyByQuarter: readonly VacancyOnDay[]
}

/** How many spaces were vacant on a day (ISO date), out of those of which anything was known by then. */
export type VacancyOnDay = { day: string; vacant: number; known: number }
