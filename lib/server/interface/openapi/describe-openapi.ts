/** The public interface as OpenAPI 3.1, made from the table of fields, the lists of parameters and the addresses. */
import { createHash } from 'node:crypto'
import { ANSWER_SCHEMAS } from './answer-schemas.ts'
import { ENTRY_SCHEMAS } from './entry-schemas.ts'
import { PROPOSAL_PATHS } from './proposal-paths.ts'
import { PROPOSAL_SCHEMAS } from './proposal-schemas.ts'
import { REGISTER_PATHS } from './register-paths.ts'

export const OPENAPI_PATH = '/api/v1/openapi.json'
/** As RFC 8631 has it, for the header Link. */
export const OPENAPI_LINK = `<${OPENAPI_PATH}>; rel="service-desc"; type="application/vnd.oai.openapi+json"`

export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Keimzelle',
    version: '1',
    summary: 'Creative businesses and vacant spaces of a city.',
    description:
      'Reading needs no key and sends no cookies; every origin may. Each entry names its source, its licence and whom to name. Refusals are problems (RFC 9457) that name what is wrong and the cure.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
  security: [],
  paths: { ...REGISTER_PATHS, ...PROPOSAL_PATHS },
  components: { schemas: { ...ENTRY_SCHEMAS, ...PROPOSAL_SCHEMAS, ...ANSWER_SCHEMAS } },
} as const

const text = JSON.stringify(OPENAPI)

/** The description, and by what its ETag tells it from others. */
export const OPENAPI_FILE = { text, version: createHash('sha256').update(text).digest('hex').slice(0, 16) }
