/** The whole way of a proposal that comes as JSON: from the request to the answer. */

import { isBeyond } from '#lib/core/domain/bbox.ts'
import { LOCALES, type Locale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { parseProposal } from './parse-proposal.ts'
import { toFieldFaultsResponse, toProblem, toResultResponse } from './proposal-response.ts'
import { readJsonBody } from './read-body.ts'
import { submitProposal } from './submit-proposal.ts'

/** The interface takes no cookies: anyone who writes here is a stranger with a proof of work or a mail address. */
export async function answerProposal(request: Request): Promise<Response> {
  const body = await readJsonBody(request)
  if (body === 'too-large') return toProblem(413, 'de', 'tooLarge')
  if (body === 'no-json') return toProblem(400, 'de', 'noJson')
  const locale: Locale = LOCALES.find((known) => known === body.input.locale) ?? 'de'
  const { countryBox, box, name } = readCity()
  const { proposal, faults } = parseProposal(body.input, countryBox)
  if (!proposal) return toFieldFaultsResponse(faults, locale)
  try {
    const { secretKey } = readSupabaseEnv()
    const result = await submitProposal(proposal, {
      client: createAdminClient(),
      secretKey,
      sender: { address: readAddress(request.headers), personId: null, isTrusted: false },
      idempotencyKey: request.headers.get('idempotency-key')?.slice(0, 200) || null,
      bodyHash: body.hash,
    })
    const outside = isBeyond(box, proposal) ? name[locale] : null
    return toResultResponse(result, locale, toOrigin(request.headers), outside)
  } catch (fault) {
    console.error(fault)
    return toProblem(503, locale, 'unavailable', {}, { 'Retry-After': '5' })
  }
}
