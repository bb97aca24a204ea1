/** Has the browser fetch a version's files while the scripts that read them are still on their way. */
import { toSnapshotPaths } from '#lib/core/view/paths.ts'

export function EarlySnapshot({ version }: { version: string | null }) {
  const paths = version ? Object.values(toSnapshotPaths(version)) : []
  return paths.map((path) => (
    <link key={path} rel="preload" as="fetch" crossOrigin="anonymous" fetchPriority="low" href={path} />
  ))
}
