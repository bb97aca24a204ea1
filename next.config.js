import createNextIntlPlugin from 'next-intl/plugin'
import { TAKES_BROTLI } from './lib/server/http/accept-encoding.ts'
import { COMMON_HEADERS, DATA_POLICY } from './lib/server/http/security-headers.ts'

const withNextIntl = createNextIntlPlugin('./lib/server/pages/request-config.ts')

/** The label of the bodies that lib/server/published/snapshot-response.ts chooses. */
const takesBrotli = [{ type: 'header', key: 'accept-encoding', value: TAKES_BROTLI }]
const common = Object.entries(COMMON_HEADERS).map(([key, value]) => ({ key, value }))
const data = [{ key: 'Content-Security-Policy', value: DATA_POLICY }]
const brotli = [{ key: 'Content-Encoding', value: 'br' }]

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  headers: () => [
    { source: '/:path*', headers: common },
    { source: '/:room(api|data|basemap|healthz|readyz|sitemaps)/:path*', headers: data },
    { source: '/:file(sitemap.xml|robots.txt|.well-known/security.txt)', headers: data },
    { source: '/data/:version(f\\d+-\\d+)', has: takesBrotli, headers: brotli },
    { source: '/data/:version(f\\d+-\\d+)/texts', has: takesBrotli, headers: brotli },
  ],
  // A form without script carries a photo; what is larger than one may be is still read, to be answered in words.
  experimental: { serverActions: { bodySizeLimit: '20mb' }, proxyClientMaxBodySize: '20mb' },
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` has already read the types
}

export default withNextIntl(config)
