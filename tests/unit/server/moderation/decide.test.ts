import { describe, expect, test } from 'vitest'
import { ANSWER_TEMPLATES, isAnswerTemplate } from '#lib/core/domain/answer-templates.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'
import { toAnswer } from '#lib/server/moderation/decide.ts'

describe('an answer', () => {
  test('is what was written, before any template', () => {
    expect(toAnswer(' Danke!\r\nBis bald ', 'duplicate', 'de')).toBe('Danke!\nBis bald')
  })

  test.each(ANSWER_TEMPLATES)('is the template %s in the language of the proposal', (template) => {
    const [german, english] = (['de', 'en'] as const).map((locale) => toAnswer('', template, locale))
    expect(german).toMatch(/\S.+\./)
    expect(english).toMatch(/\S.+[.?]/)
    expect(english).not.toBe(german)
  })

  test('is nothing without either, and never a template that there is not', () => {
    for (const template of [null, '', '__proto__', 'constructor', 7]) {
      expect(isAnswerTemplate(template)).toBe(false)
      expect(toAnswer(null, template, 'de')).toBe('')
    }
  })

  test('is cut at its limit', () => {
    expect(toAnswer('x'.repeat(5000), null, 'de')).toHaveLength(MAX_NOTE_LENGTH)
  })
})
