import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nameFailures } from '#bin/lanes.ts'
import { needsBuild } from '#bin/needs-build.ts'
import { countTests, listFailedTests } from '#bin/runner-output.ts'

test('tests are counted from what the runners print', () => {
  const vitest = ' Test Files  2 failed | 3 passed (5)\n      Tests  1 failed | 38 passed | 2 skipped (41)\n'
  expect(countTests(vitest)).toEqual({ passed: 38, failed: 1, skipped: 2 })
  expect(countTests('  1 failed\n    [chromium] › map.spec.ts\n  2 skipped\n  12 passed (31.2s)\n')).toEqual({
    passed: 12,
    failed: 1,
    skipped: 2,
  })
  expect(countTests('Compiled successfully')).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

const VITEST = `
 ✗ |unit| tests/unit/geo/point.test.ts (3 tests | 1 failed) 12ms
\u001b[41m FAIL \u001b[49m \u001b[30m|unit|\u001b[39m tests/unit/geo/point.test.ts > a point > crosses 180°
AssertionError: expected 1 to be 2
 FAIL  |unit| tests/unit/broken.test.ts [ tests/unit/broken.test.ts ]
 FAIL  |unit| tests/unit/geo/point.test.ts > a point > crosses 180°
      Tests  1 failed | 2 passed (3)
`
const PLAYWRIGHT = `
  1) [reading] › map.spec.ts:12:3 › the map opens ─────────────
  2 failed
    [reading] › map.spec.ts:12:3 › the map opens ─────────────
    [staff] › desk.spec.ts:7:1 › a desk › lists ──────────────
  1 flaky
    [reading] › search.spec.ts:3:1 › finds ──────────
  12 passed (31.2s)
`

test('failed tests are named once each, as the runners name them', () => {
  expect(listFailedTests(VITEST)).toEqual([
    '|unit| tests/unit/geo/point.test.ts > a point > crosses 180°',
    '|unit| tests/unit/broken.test.ts [ tests/unit/broken.test.ts ]',
  ])
  expect(listFailedTests(PLAYWRIGHT)).toEqual([
    '[reading] › map.spec.ts:12:3 › the map opens',
    '[staff] › desk.spec.ts:7:1 › a desk › lists',
  ])
  expect(listFailedTests("proxy.ts(3,1): error TS2304: Cannot find name 'x'.\n")).toEqual([])
  expect(listFailedTests(' Test Files  3 passed (3)\n      Tests  38 passed (38)\n')).toEqual([])
})

test('the names follow the lanes they failed in', () => {
  const lane = { passed: 1, skipped: 0, seconds: 1 }
  expect(
    nameFailures([
      { ...lane, name: 'types', failed: 1 },
      { ...lane, name: 'unit tests', failed: 2, failedTests: ['a.test.ts > one', 'a.test.ts > two'] },
      { ...lane, name: 'browser tests', failed: 0, failedTests: [] },
    ]),
  ).toEqual(['\n=== Failed unit tests', '  a.test.ts > one', '  a.test.ts > two'])
})

const root = mkdtempSync(join(tmpdir(), 'keimzelle-build-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a build is needed when there is none, or when a source is younger', () => {
  const touch = (path: string, seconds: number) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), '')
    utimesSync(join(root, path), seconds, seconds)
  }
  touch('lib/deep/down.ts', 1000)
  utimesSync(join(root, 'lib/deep'), 1000, 1000)
  utimesSync(join(root, 'lib'), 1000, 1000)
  expect(needsBuild(root)).toBe(true)
  touch('.next/BUILD_ID', 2000)
  expect(needsBuild(root)).toBe(false)
  touch('lib/deep/down.ts', 3000)
  expect(needsBuild(root)).toBe(true)
  touch('.next/BUILD_ID', 4000)
  touch('instrumentation.ts', 5000)
  expect(needsBuild(root)).toBe(true)
})
