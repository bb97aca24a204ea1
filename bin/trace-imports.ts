/** Which files Node loads for a script, packages' files included: found by the tracer that Next itself builds with. */
import { readFile } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

type Trace = { fileList: Set<string> }
type TraceOptions = {
  base: string
  conditions: string[]
  mixedModules: boolean
  ignore: (path: string) => boolean
  readFile: (path: string) => Promise<Buffer | string | null>
}
type Tracer = { nodeFileTrace(files: string[], options: TraceOptions): Promise<Trace> }

const { nodeFileTrace }: Tracer = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft')

/** Paths relative to `root`. Next's own files are left out, since its output holds those that serve. */
export async function traceImports(root: string, scripts: readonly string[]): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    scripts.map((script) => join(root, script)),
    {
      base: root,
      // As NODE_FLAGS has it.
      conditions: ['node', 'import', 'react-server'],
      mixedModules: true,
      ignore: (path) => path.startsWith('node_modules/next/'),
      readFile: readPlain,
    },
  )
  return [...fileList].sort()
}

/** The tracer reads JavaScript alone; null says that there is no such file. */
async function readPlain(path: string): Promise<Buffer | string | null> {
  try {
    const source = await readFile(path)
    return path.endsWith('.ts') ? stripTypeScriptTypes(source.toString()) : source
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return null
    throw fault
  }
}
