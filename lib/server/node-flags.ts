/**
 * Flags for every process of ours that runs TypeScript by Node alone: commands, the backend, threads. Files that hold a secret say
 * `import 'server-only'`, which Node refuses without this condition. Next's own process does without it, because the condition takes
 * away what React needs to render.
 */
export const NODE_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'] as const
