/** What the interface answers to a proposal: 201, or a refusal that names every field and its cure. */
import { createTranslator } from 'use-intl/core'
import { GONE_PHOTO } from '#lib/core/domain/photo.ts'
import type { FieldFault } from '#lib/core/domain/proposal.ts'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { SubmitResult } from './submit-proposal.ts'

const MESSAGES = { de, en }

/** A fault in the reader's words. */
export function describeFault({ code, values }: FieldFault, locale: Locale): string {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'faults' })
  return t(code, values)
}

export function toFieldFaultsResponse(faults: readonly FieldFault[], locale: Locale): Response {
  const errors = faults.map((fault) => ({ ...fault, detail: describeFault(fault, locale) }))
  return toProblem(400, locale, 'fields', { errors })
}

/** `outside` is the city that the place lies outside of, which is asked about; null where there is nothing to ask. */
export function toResultResponse(
  result: SubmitResult,
  locale: Locale,
  origin: string,
  outside: string | null,
): Response {
  switch (result.outcome) {
    case 'stored':
    case 'repeated': {
      const { reference, statusPath, awaitsConfirmation } = result
      const statusUrl = `${origin}${statusPath}`
      return Response.json(
        {
          reference,
          status_url: statusUrl,
          awaits_confirmation: awaitsConfirmation,
          ...(outside !== null && { question: askWhetherOutside(outside, locale) }),
        },
        { status: 201, headers: { Location: statusUrl, 'Cache-Control': 'no-store' } },
      )
    }
    case 'conflict':
      return toProblem(409, locale, 'conflict')
    case 'proof-needed':
      return toProblem(428, locale, 'proof', { challenge: '/api/v1/challenge' })
    case 'unknown-entry':
      return toFieldFaultsResponse([{ field: 'target', code: 'unknown-entry' }], locale)
    case 'unknown-photo':
      return toFieldFaultsResponse([GONE_PHOTO], locale)
    case 'too-many':
      return toProblem(429, locale, 'tooMany', {}, { 'Retry-After': String(result.retryAfterSeconds) })
  }
}

function askWhetherOutside(city: string, locale: Locale): string {
  return createTranslator({ locale, messages: MESSAGES[locale], namespace: 'proposal' })('outside', { city })
}

/** A problem (RFC 9457) in the reader's language. */
export function toProblem(
  status: number,
  locale: Locale,
  key: 'fields' | 'conflict' | 'proof' | 'tooMany' | 'tooLarge' | 'noJson' | 'unavailable' | 'notFound',
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'problems' })
  const problem = {
    type: 'about:blank',
    title: t(`${key}.title`),
    status,
    detail: t(`${key}.detail`),
    ...members,
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  })
}
