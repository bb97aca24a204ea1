/** Whether the system wants light or dark. */
import type { Theme } from '#lib/core/style/tokens.ts'

const dark = () => window.matchMedia('(prefers-color-scheme: dark)')

export function readTheme(): Theme {
  return dark().matches ? 'dark' : 'light'
}

/** Calls back whenever the system changes its mind; returns what ends it. */
export function onThemeChange(call: () => void): () => void {
  const query = dark()
  query.addEventListener('change', call)
  return () => query.removeEventListener('change', call)
}
