/** Imported first by every command: takes over `.env`, where there is one; what is set already wins. */
import { existsSync } from 'node:fs'

if (existsSync('.env')) process.loadEnvFile('.env')
