import { expect, test } from 'vitest'
import { summarizeRegister } from '#lib/core/domain/register-summary.ts'
import { inventSnapshot, TODAY } from '#tests/support/register.ts'

const { entries } = await inventSnapshot(300, 12)
const summary = summarizeRegister(entries, TODAY)
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

test('every way to count adds up to the same whole', () => {
  const { businesses, spaces, byDiscipline, byUse, byDistrict, bySource } = summary
  expect(businesses + spaces).toBe(300)
  expect(sum(byDiscipline.map((row) => row.entries))).toBe(businesses)
  expect(sum(byUse.map((row) => row.entries))).toBe(spaces)
  expect(sum(byDistrict.map((row) => row.businesses))).toBe(businesses)
  expect(sum(byDistrict.map((row) => row.spaces))).toBe(spaces)
  expect(sum([...bySource.values()])).toBe(300)
  expect(summary.recent + summary.aged + summary.unconfirmed).toBe(300)
})

test('a business counts by its primary discipline; districts stand by name, no district last', () => {
  const designers = entries.filter(({ disciplines }) => disciplines[0] === 'design').length
  expect(summary.byDiscipline.find(({ discipline }) => discipline === 'design')?.entries).toBe(designers)
  expect(summary.byDistrict.map(({ district }) => district)).toEqual(['Bürrig', 'Opladen', 'Wiesdorf', null])
})

test('twelve months back are recent, a day more is not', () => {
  const [entry] = entries
  if (!entry) throw new Error('no entry')
  const count = (confirmedOn: string) => summarizeRegister([{ ...entry, confirmedOn }], 20_415).recent
  expect([count('2024-11-23'), count('2024-11-22')]).toEqual([1, 0])
})
