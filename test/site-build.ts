import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository that these tests belong to. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** A built site, in a folder of its own. */
export interface Built {
  readonly folder: string;
  readonly log: string;
  /** Paths of all its files, with forward slashes. */
  readonly files: readonly string[];
  read(file: string): string;
  remove(): void;
}

/** The base path below which this repository's own site is built, once for all tests; the build is told it without its last slash, as people write it. */
const BASE = '/closeout/';

/** Builds the site as a deployment does: in a child process, because inside vitest's it would become a development site. */
export async function buildSite(options: { readonly root?: string; readonly base?: string } = {}): Promise<Built> {
  // inside the repository: for an output elsewhere Astro uses one shared folder, and two builds at a time would mix
  mkdirSync(join(repository, 'dist'), { recursive: true });
  if (options.root === undefined && options.base === BASE) return sharedSite();
  const work = mkdtempSync(join(repository, 'dist/site-test-'));
  const remove = (): void => rmSync(work, { recursive: true, force: true });
  const log = await build(join(work, 'site'), options.root ?? repository, options.base ?? '/').catch((error: unknown) => {
    remove();
    throw error;
  });
  return builtIn(work, log, remove);
}

/** The site of this repository, which most tests look at and none changes: whoever comes first builds it, the others wait. */
async function sharedSite(): Promise<Built> {
  const work = join(repository, `dist/site-shared-${process.ppid}`);
  const [log, failed] = [join(work, 'log'), join(work, 'failed')];
  if (claims(work)) {
    for (const old of readdirSync(join(repository, 'dist')))
      if (old.startsWith('site-shared-') && !work.endsWith(old)) rmSync(join(repository, 'dist', old), { recursive: true, force: true });
    await build(join(work, 'site'), repository, BASE.slice(0, -1)).then(
      (text) => writeFileSync(log, text),
      (error: unknown) => writeFileSync(failed, String(error)),
    );
  }
  while (!existsSync(log) && !existsSync(failed)) await new Promise((go) => setTimeout(go, 200));
  if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
  return builtIn(work, readFileSync(log, 'utf8'), () => undefined);
}

/** Whether this is the first to ask: only one can make the folder. */
function claims(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function build(folder: string, root: string, base: string): Promise<string> {
  // Astro keeps what it knows of the content in one folder of the repository: of two builds at a time one would lose it
  const turn = join(repository, `dist/site-turn-${process.ppid}`);
  while (!claims(turn)) await new Promise((go) => setTimeout(go, 200));
  try {
    return await buildAlone(folder, root, base);
  } finally {
    rmSync(turn, { recursive: true });
  }
}

function buildAlone(folder: string, root: string, base: string): Promise<string> {
  // vitest's own settings would win over the build's: a base path of "/" and development mode
  const { VITEST, DEV, PROD, SSR, MODE, BASE_URL, TEST, ...outside } = process.env;
  const env = {
    ...outside,
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    CLOSEOUT_OUT: folder,
    CLOSEOUT_BASE: base,
    CLOSEOUT_ROOT: root,
  };
  return run(process.execPath, [join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'], env);
}

function builtIn(work: string, log: string, remove: () => void): Built {
  const folder = join(work, 'site');
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

/** The pages among a site's files. */
export function pagesOf(site: Built): readonly string[] {
  return site.files.filter((file) => file.endsWith('.html'));
}

/** Links of a site's pages, built below a base path, whose target or anchor is not in the site. */
export function brokenLinks(site: Built, base: string): readonly string[] {
  const anchors = new Map(pagesOf(site).map((file) => [file, new Set([...site.read(file).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))]));
  const files = new Set(site.files);
  return pagesOf(site).flatMap((file) => {
    const here = new URL(`http://site${base}${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const links = [...site.read(file).matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    return links.filter((link) => !leadsSomewhere(link)).map((link) => `${file}: ${link}`);

    function leadsSomewhere(link: string): boolean {
      const target = new URL(link, here);
      if (target.host !== 'site' || target.protocol === 'tel:') return true;
      if (!target.pathname.startsWith(base)) return false;
      const path = decodeURIComponent(target.pathname.slice(base.length));
      const found = files.has(path) ? path : join(path, 'index.html');
      const anchor = decodeURIComponent(target.hash.slice(1));
      return files.has(found) && (anchor === '' || !found.endsWith('.html') || anchors.get(found)?.has(anchor) === true);
    }
  });
}
