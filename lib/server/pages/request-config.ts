/** Gives a request its messages and the city's time zone. */
import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { routing } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  const messages = (await import(`../../core/i18n/messages/${locale}.json`)).default
  return { locale, messages, timeZone: readCity().timeZone }
})
