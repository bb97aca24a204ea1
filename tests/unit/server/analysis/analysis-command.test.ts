import { expect, test } from 'vitest'
import { parseAnalysisCommand } from '#lib/server/analysis/analysis-command.ts'

test('whole commands', () => {
  expect(
    parseAnalysisCommand('density --input f.geojson --bandwidth 250.5 --cell=50 --json'.split(' ')),
  ).toEqual({
    analysis: 'density',
    input: 'f.geojson',
    output: null,
    nullFile: null,
    isQuiet: true,
    numbers: { bandwidth: 250.5, cell: 50 },
  })
  expect(
    parseAnalysisCommand('ripley --input a --null b --output c --runs 19 --seed 0'.split(' ')),
  ).toMatchObject({
    analysis: 'ripley',
    output: 'c',
    nullFile: 'b',
    isQuiet: false,
    numbers: { runs: 19, seed: 0 },
  })
  expect(parseAnalysisCommand('areas --eps 150 --min-points 4 --input a'.split(' '))).toMatchObject({
    numbers: { eps: 150, 'min-points': 4 },
  })
  expect(parseAnalysisCommand(['--help'])).toBeNull()
})

test.each([
  ['', 'Which analysis? Name one of density, areas'],
  ['densty --input f', '"densty" is no analysis: did you mean "density"?'],
  ['density', '--input is missing'],
  ['density f.geojson', '"f.geojson" stands alone: give the file as --input f.geojson'],
  ['density --input', '--input needs a value'],
  ['density --input f --bandwith 3', '--bandwith is no option: did you mean "bandwidth"?'],
  ['density --input f --input g', '--input is given twice'],
  ['density --input f --json=yes', '--json takes no value'],
  ['density --input f --bandwidth 0', '--bandwidth is "0": give metres as a number from 10'],
  ['density --input f --bandwidth=-5', '--bandwidth is "-5"'],
  ['density --input f --bandwidth NaN', '--bandwidth is "NaN"'],
  ['density --input f --bandwidth 0x20', '--bandwidth is "0x20"'],
  ['density --input f --bandwidth 1e99', '--bandwidth is "1e99"'],
  ['density --input f --bandwidth 60 --cell 25', 'give at least 75, or a smaller --cell'],
  ['density --input f --cell 0', '--cell is "0"'],
  ['density --input f --eps 100', '--eps belongs to areas, not to density'],
  ['areas --input f --eps zwei', '--eps is "zwei"'],
  ['areas --input f --min-points 2.5', '--min-points is "2.5": give a whole number'],
  ['hotspots --input f --seed -1', '--seed is "-1"'],
  ['hotspots --input f --null g', '--null belongs to ripley'],
  ['ripley --input f --radius 10', '--radius is "10": give metres as a number from 50'],
])('%s', (args, message) =>
  expect(() => parseAnalysisCommand(args.split(' ').filter(Boolean))).toThrow(message),
)
