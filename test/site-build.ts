import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** A built site, in a folder of its own. */
export interface Built {
  readonly folder: string;
  readonly log: string;
  /** Paths of all its files, with forward slashes. */
  readonly files: readonly string[];
  read(file: string): string;
  remove(): void;
}

/** Builds the site as a deployment does: in a child process, because inside vitest's it would become a development site. */
export async function buildSite(options: { readonly root?: string; readonly base?: string } = {}): Promise<Built> {
  // inside the repository: for an output elsewhere Astro uses one shared folder, and two builds at a time would mix
  mkdirSync(join(repository, 'dist'), { recursive: true });
  const work = mkdtempSync(join(repository, 'dist/site-test-'));
  const folder = join(work, 'site');
  // vitest's own settings would win over the build's: a base path of "/" and development mode
  const { VITEST, DEV, PROD, SSR, MODE, BASE_URL, TEST, ...outside } = process.env;
  const env = {
    ...outside,
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    CLOSEOUT_OUT: folder,
    CLOSEOUT_BASE: options.base ?? '/',
    CLOSEOUT_ROOT: options.root ?? repository,
  };
  const remove = (): void => rmSync(work, { recursive: true, force: true });
  const log = await run(process.execPath, [join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'], env).catch((error: unknown) => {
    remove();
    throw error;
  });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll('\\', '/'));
  return { folder, log, files, read: (file) => readFileSync(join(folder, file), 'utf8'), remove };
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    execFile(command, args, { cwd: repository, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const log = `${stdout}${stderr}`;
      if (error) fail(new Error(`astro build failed:\n${log}`));
      else done(log);
    });
  });
}

/** A copy of the small valid organisation of the tests, with files laid over it; undefined deletes one. */
export function organisationWith(files: Readonly<Record<string, string | undefined>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'closeout-organisation-'));
  cpSync(join(repository, 'test/base'), root, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  return root;
}

/** What a person reads of a page: its text without tags, entities resolved, white space as one space. */
export function textOf(html: string): string {
  const bare = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:span|strong|time|a|code|var|i)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ');
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return bare.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '').replace(/\s+/g, ' ');
}
