/** Reads the configured city when a process starts (`CITY=FILE.json`, Leverkusen by default); another city needs no build. */
import { readFileSync } from 'node:fs'
import { type City, parseCity } from '#lib/core/domain/city.ts'
import leverkusen from './cities/leverkusen.json' with { type: 'json' }

/** Reads the configured city: the file named by `CITY`, else Leverkusen. Throws when the file is missing or wrong. */
export function readCity(file: string | undefined = process.env.CITY): City {
  if (!file) return parseCity(leverkusen, 'lib/server/cities/leverkusen.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`CITY names ${file}, which cannot be read. Give the path of a JSON file.`, { cause })
  }
  try {
    return parseCity(JSON.parse(text), file)
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new Error(`${file} is not valid JSON: ${cause.message}`, { cause })
    throw cause
  }
}
