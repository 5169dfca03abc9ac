import type { Format } from './format.ts';
import { text } from './text.ts';

/** The formatters by the name that `--format` takes, each but text loaded when it is asked for. */
export const formats = {
  // what nearly everybody asks for costs no file of its own
  text: async () => text,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  'github-summary': async () => (await import('./markdown.ts')).summary,
  markdown: async () => (await import('./markdown.ts')).comment,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof formats;
