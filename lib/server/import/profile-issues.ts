/** What is wrong with a profile, from the schema's words to ours. */
import type { z } from 'zod'
import { toSuggestion } from '#lib/server/import/did-you-mean.ts'
import { type Saying, type Text, toSaying } from './sayings.ts'

/** `knownKeys` lists the keys of each part of a profile; the whole is the part ''. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  knownKeys: Readonly<Record<string, readonly string[]>>,
): Saying[] {
  const key = issue.path.join('.')
  const path: Text = key || toSaying('places.whole-profile')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys[String(issue.path[0] ?? '')] ?? []
    return issue.keys.map((name) =>
      toSaying('profiles.unknown-key', {
        path: key ? `${key}.${name}` : name,
        suggestion: toSuggestion(name, known),
      }),
    )
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const suggestion = toSuggestion(issue.input, issue.values.map(String))
    return [toSaying('profiles.unknown-value', { path, text: issue.input, suggestion })]
  }
  if (issue.code === 'custom' && issue.params?.code === 'profiles.box')
    return [toSaying('profiles.box', { path })]
  if (issue.code === 'custom') return [toSaying('profiles.encoding', { path })]
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [toSaying('profiles.absent', { path })]
  if (issue.code === 'invalid_type')
    return [toSaying('profiles.wrong-type', { path, expected: issue.expected })]
  if (issue.code === 'too_small')
    return [toSaying('profiles.too-short', { path, least: String(issue.minimum) })]
  if (issue.code === 'too_big') return [toSaying('profiles.too-long', { path, most: String(issue.maximum) })]
  if (issue.code === 'invalid_format') return [toSaying('profiles.no-link', { path })]
  return [toSaying('profiles.other', { path, detail: issue.message })]
}
