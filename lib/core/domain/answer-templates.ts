/** Answers that moderators give again and again; their texts stand in the messages, in both languages. */
export const ANSWER_TEMPLATES = [
  'thanks',
  'duplicate',
  'notVacant',
  'notVerifiable',
  'outside',
  'private',
  'askPlace',
  'askDetails',
] as const
export type AnswerTemplate = (typeof ANSWER_TEMPLATES)[number]

export function isAnswerTemplate(text: unknown): text is AnswerTemplate {
  return ANSWER_TEMPLATES.some((known) => known === text)
}
