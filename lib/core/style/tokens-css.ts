/** Writes the tokens as the style sheet that the pages load: `app/tokens.css` is this text, kept so by a test. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { DISCIPLINE_COLORS, DISCIPLINE_GLYPH_COLOR, readableOn } from './palette.ts'
import { FACES, MAP_TOKENS, type Theme, TOKENS } from './tokens.ts'

function declarations(theme: Theme, indent: string): string {
  const colors: [string, string][] = [
    ...Object.entries(TOKENS[theme]),
    ['map-ground', MAP_TOKENS[theme].ground],
    ...DISCIPLINES.map((code): [string, string] => [`discipline-${code}`, DISCIPLINE_COLORS[theme][code]]),
    ...DISCIPLINES.map((code): [string, string] => [
      `on-discipline-${code}`,
      readableOn(DISCIPLINE_COLORS[theme][code]),
    ]),
    ['discipline-glyph', DISCIPLINE_GLYPH_COLOR[theme]],
  ]
  const shadow =
    theme === 'light'
      ? '0 1px 2px rgb(31 29 26 / 0.06), 0 6px 20px rgb(31 29 26 / 0.1)'
      : '0 1px 2px rgb(0 0 0 / 0.4), 0 6px 20px rgb(0 0 0 / 0.45)'
  return [...colors.map(([name, value]) => `--${name}: ${value.toLowerCase()};`), `--shadow: ${shadow};`]
    .map((line) => indent + line)
    .join('\n')
}

/** The style sheet: properties for light (also for print) and dark, and their names for Tailwind's classes. */
export function formatTokensCss(): string {
  const names = [
    ...Object.keys(TOKENS.light),
    'map-ground',
    ...DISCIPLINES.map((code) => `discipline-${code}`),
    'discipline-glyph',
  ]
  return `/* Written from lib/core/style/tokens.ts and palette.ts; after a change there: npx vitest run -u tests/unit/core/style/tokens.test.ts */
:root {
  color-scheme: light;
${declarations('light', '  ')}
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
${declarations('dark', '    ')}
  }
}

@theme inline {
${names.map((name) => `  --color-${name}: var(--${name});`).join('\n')}
  --shadow-card: var(--shadow);
  --font-sans: "${FACES.text}", system-ui, sans-serif;
  --font-display: "${FACES.display}", system-ui, sans-serif;
}
`
}
