/** Every code of the importer has its words in both languages, and nothing is said past them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { formatImportCure, formatImportMessage } from '#lib/server/import/format-import-message.ts'
import {
  type Code,
  IMPORT_MESSAGES,
  type ImportMessage,
  toImportMessage,
} from '#lib/server/import/import-messages.ts'

const CODES = Object.keys(IMPORT_MESSAGES) as Code[]
const SOURCES = ['lib/server/import', 'lib/server/moderation', 'lib/server/actions'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'import-messages.ts')
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
)

/** With a value for each name that shows where it went. */
const sample = (code: Code): ImportMessage => ({
  code,
  values: Object.fromEntries(IMPORT_MESSAGES[code].map((name) => [name, `<${name}>`])),
})

test.each([
  ['de', de.importer],
  ['en', en.importer],
])('the messages in "%s" are those of the codes', (_, messages) => {
  const codes = Object.entries(messages).flatMap(([group, words]) =>
    Object.keys(words).map((name) => `${group}.${name}`),
  )
  expect(codes.toSorted()).toEqual(CODES.toSorted())
})

describe.each(CODES)('%s', (code) => {
  test.each(LOCALES)('in "%s" has all of its values in it, and a cure if it is about a row', (locale) => {
    const said = [formatImportMessage(locale, sample(code)), formatImportCure(locale, sample(code))]
    expect(said[0]).not.toBe('')
    expect(said[1] !== '').toBe(code.startsWith('rows.'))
    // What cannot be formatted comes back as its code.
    expect(said.join()).not.toContain(code)
    for (const name of IMPORT_MESSAGES[code]) expect(said.join()).toContain(`<${name}>`)
  })

  test('differs from language to language', () =>
    expect(formatImportMessage('de', sample(code))).not.toBe(formatImportMessage('en', sample(code))))

  test('is said somewhere', () => {
    const [group, name] = code.split('.')
    const spellings = [
      `'${code}'`,
      `\`${group}.\${`,
      ...(/^(rows|files)$/.test(group ?? '') ? [`'${name}'`] : []),
    ]
    expect(SOURCES.filter(({ text }) => spellings.some((one) => text.includes(one)))).not.toEqual([])
  })
})

test('no other sentences are thrown, but for those about what was typed after the command', () => {
  const OF_THE_COMMAND = ['import-command.ts', 'register-source.ts', 'fetch-overpass.ts'].map(
    (name) => `lib/server/import/${name}`,
  )
  const throwing = SOURCES.filter(({ name }) => name.startsWith('lib/server/import/'))
    .filter(({ text }) => /new Error\(/.test(text))
    .map(({ name }) => name)
  expect(throwing.filter((name) => !OF_THE_COMMAND.includes(name))).toEqual([])
})

test('what is said in a saying is said in its language', () => {
  const suggestion = toImportMessage('hints.did-you-mean', { near: 'design' })
  const fault = toImportMessage('rows.unknown-value', { text: 'desing', suggestion })
  expect([formatImportMessage('de', fault), formatImportCure('de', fault)]).toEqual([
    'Unbekannter Wert „desing“',
    'Prüfen Sie die Schreibweise: meinten Sie „design“?',
  ])
  expect([formatImportMessage('en', fault), formatImportCure('en', fault)]).toEqual([
    'unknown value "desing"',
    'did you mean "design"?',
  ])
  const faults = ['box', 'bbox'].map((path) => toImportMessage('profiles.absent', { path }))
  expect(formatImportMessage('de', toImportMessage('profiles.unusable', { name: 'own.json', faults }))).toBe(
    'Das Profil own.json lässt sich nicht verwenden:\n  box: Fehlt\n  bbox: Fehlt',
  )
})

test('texts of the file are no markup and no pattern', () => {
  const text = "<b>{text}</b> '{x}'"
  expect(formatImportMessage('de', toImportMessage('rows.no-day', { text }))).toBe(`„${text}“ ist kein Datum`)
})
