/** What is wrong with a profile, from the schema's words to ours. */
import type { z } from 'zod'
import { toSuggestion } from '#lib/server/import/did-you-mean.ts'
import { type ImportMessage, type Text, toImportMessage } from './import-messages.ts'

/** `knownKeys` lists the keys of each part of a profile; the whole is the part ''. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  knownKeys: Readonly<Record<string, readonly string[]>>,
): ImportMessage[] {
  const key = issue.path.join('.')
  const path: Text = key || toImportMessage('places.whole-profile')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys[String(issue.path[0] ?? '')] ?? []
    return issue.keys.map((name) =>
      toImportMessage('profiles.unknown-key', {
        path: key ? `${key}.${name}` : name,
        suggestion: toSuggestion(name, known),
      }),
    )
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const suggestion = toSuggestion(issue.input, issue.values.map(String))
    return [toImportMessage('profiles.unknown-value', { path, text: issue.input, suggestion })]
  }
  if (issue.code === 'custom' && issue.params?.code === 'profiles.box')
    return [toImportMessage('profiles.box', { path })]
  if (issue.code === 'custom') return [toImportMessage('profiles.encoding', { path })]
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [toImportMessage('profiles.absent', { path })]
  if (issue.code === 'invalid_type')
    return [toImportMessage('profiles.wrong-type', { path, expected: issue.expected })]
  if (issue.code === 'too_small')
    return [toImportMessage('profiles.too-short', { path, least: String(issue.minimum) })]
  if (issue.code === 'too_big')
    return [toImportMessage('profiles.too-long', { path, most: String(issue.maximum) })]
  if (issue.code === 'invalid_format') return [toImportMessage('profiles.no-link', { path })]
  return [toImportMessage('profiles.other', { path, detail: issue.message })]
}
