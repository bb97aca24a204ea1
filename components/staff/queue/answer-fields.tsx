'use client'

/** The answer in the proposer's language: a template, or words of one's own. With script a template comes into the text to be changed. */
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { FIELD } from '#components/ui/button-styles.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'

export type TemplateText = { name: string; title: string; text: string }

type Props = { prefix: string; language: 'de' | 'en'; templates: readonly TemplateText[] }

export function AnswerFields({ prefix, language, templates }: Props) {
  const t = useTranslations('moderation')
  const text = useRef<HTMLTextAreaElement>(null)
  return (
    <div className="space-y-4">
      <div className="max-w-sm">
        <label htmlFor={`${prefix}-template`} className="font-semibold">
          {t('chooseTemplate')}
        </label>
        <select
          id={`${prefix}-template`}
          name="template"
          defaultValue=""
          onChange={({ target }) => {
            const chosen = templates.find(({ name }) => name === target.value)
            if (text.current) text.current.value = chosen?.text ?? ''
          }}
          className={FIELD}
        >
          <option value="">{t('noTemplate')}</option>
          {templates.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${prefix}-text`} className="font-semibold">
          {t('answer')}
        </label>
        <p id={`${prefix}-hint`} className="text-muted text-sm">
          {t('answerHint', { language })}
        </p>
        <textarea
          ref={text}
          id={`${prefix}-text`}
          name="answer"
          lang={language}
          rows={4}
          maxLength={MAX_NOTE_LENGTH}
          aria-describedby={`${prefix}-hint`}
          className={`mt-1 ${FIELD}`}
        />
      </div>
    </div>
  )
}
