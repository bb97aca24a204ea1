/** Sends pages without a language to German or English; data, tiles and health checks pass by. */
import createMiddleware from 'next-intl/middleware'
import { routing } from '#lib/i18n/routing.ts'

export default createMiddleware(routing)

export const config = { matcher: ['/((?!api|data|basemap|healthz|readyz|maplibre|_next|.*\\..*).*)'] }
