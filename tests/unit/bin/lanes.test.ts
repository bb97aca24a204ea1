import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { needsBuild } from '#bin/freshness.ts'
import { countTests } from '#bin/lanes.ts'

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
})
