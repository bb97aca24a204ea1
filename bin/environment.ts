/**
 * Imported first by every command: takes over `.env`, where there is one (what is set already wins), and keeps compiled code
 * from one run to the next, for this process and those that it starts.
 */
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/compiled')
enableCompileCache(process.env.NODE_COMPILE_CACHE)
