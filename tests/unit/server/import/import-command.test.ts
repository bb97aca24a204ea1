import { expect, test } from 'vitest'
import { parseImportCommand } from '#lib/server/import/import-command.ts'

test('a whole command', () => {
  const args = 'f.csv --profile own.json --source wfl-2026 --publish --dry-run --report out.csv --json'
  expect(parseImportCommand(args.split(' '))).toEqual({
    file: 'f.csv',
    profile: 'own.json',
    source: 'wfl-2026',
    target: 'entries',
    publish: true,
    isTrial: true,
    json: true,
    report: 'out.csv',
  })
})

test.each([
  ['f.osm --profile osm --source s --addresses', { target: 'addresses' }],
  ['f.osm --profile=osm --source=s --context', { target: 'context' }],
  ['f.geojson --source s --districts', { target: 'districts', profile: 'osm' }],
  ['--overpass', { file: null, profile: 'osm', source: 'osm', target: 'entries', publish: false }],
  ['--overpass --context --source stations', { source: 'stations', target: 'context' }],
])('%s', (args, expected) => expect(parseImportCommand(args.split(' '))).toMatchObject(expected))

test('help', () => expect(parseImportCommand(['--help'])).toBeNull())

test.each([
  ['f.csv --profil csv --source s', '--profil is no option: did you mean "profile"?'],
  ['f.csv --profile csv --source s --publish=yes', '--publish takes no value'],
  ['f.csv --profile csv --source', '--source needs a value'],
  ['f.csv --profile csv', '--source is missing'],
  ['f.csv --source s', '--profile is missing: osm, omt, csv or a .json file'],
  ['--profile csv --source s', 'Which file?'],
  ['a.csv b.csv --profile csv --source s', 'Give one file, not 2'],
  ['f.csv --profile csv --source Ä', 'cannot name a source'],
  ['f.csv --profile csv --source demonstration', 'cannot name a source'],
  ['f.osm --profile osm --source s --context --addresses', 'Choose one of --addresses, --context'],
  ['f.osm --overpass --profile osm --source s', '--overpass reads no file'],
  ['--overpass --profile csv', 'its profile is osm'],
])('%s', (args, message) => expect(() => parseImportCommand(args.split(' '))).toThrow(message))
