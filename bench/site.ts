// Builds the site of a big organisation as a whole process, beside plain Starlight with as many Markdown pages.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const [projects = 1000, pages = 200] = process.argv.slice(2).map(Number);
const PROJECTS_OF_A_CUSTOMER = 10;
const astro = join(repository, 'node_modules/astro/bin/astro.mjs');

/** What one build took: seconds, the most memory that its process held at a time, and the pages that came of it. */
interface Built {
  readonly seconds: number;
  readonly megabytes: number;
  readonly pages: number;
  readonly size: number;
}

/** The sample's runs over and over, each in a folder of its own, and its playbooks over and over. */
function organisation(root: string): void {
  for (const each of ['closeout.config.yaml', 'checklists', 'records/people.yaml', 'site/content'])
    cpSync(join(repository, each), join(root, each), { recursive: true });
  const models = readdirSync(join(repository, 'records/projects'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('run.yaml'));
  const count = Math.ceil(projects / PROJECTS_OF_A_CUSTOMER);
  const customers = Array.from(
    { length: count },
    (_, at) => `- { id: customer-${at}, name: Customer ${at}, sites: [{ id: main-street, name: Main Street, zone: America/New_York }] }\n`,
  );
  writeFileSync(join(root, 'records/customers.yaml'), customers.join(''));
  for (let at = 0; at < projects; at += 1) {
    const [customer, model] = [`customer-${at % count}`, join(repository, 'records/projects', models[at % models.length] ?? '', '..')];
    const folder = join(root, 'records/projects', customer, `project-${at}`);
    cpSync(model, folder, { recursive: true });
    const run = readFileSync(join(folder, 'run.yaml'), 'utf8');
    writeFileSync(join(folder, 'run.yaml'), run.replace(/^( +customer: ).*$/m, `$1${customer}`).replaceAll(/site: [a-z-]+/g, 'site: main-street'));
  }
  const playbooks = readdirSync(join(root, 'site/content/playbooks'));
  for (let at = playbooks.length; at < pages; at += 1) {
    cpSync(join(root, 'site/content/playbooks', playbooks[at % playbooks.length] ?? ''), join(root, 'site/content/playbooks', `page-${at}.mdx`));
  }
}

/** A new Starlight project as its documentation begins one, with the words of our playbooks as plain Markdown; js-yaml as in our own settings. */
function starlight(root: string, count: number, sidebar: string): void {
  const words = readdirSync(join(repository, 'site/content/playbooks')).map((file) =>
    plain(readFileSync(join(repository, 'site/content/playbooks', file), 'utf8')),
  );
  mkdirSync(join(root, 'src/content/docs'), { recursive: true });
  // Astro looks there for what it has to bundle
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, type: 'module', devDependencies }));
  writeFileSync(
    join(root, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ vite: { environments: { prerender: { resolve: { noExternal: ['js-yaml'] } } } }, integrations: [starlight({ title: 'Plain'${sidebar} })] });\n`,
  );
  writeFileSync(
    join(root, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  for (let at = 0; at < count; at += 1) {
    const name = at === 0 ? 'index' : `page-${at}`;
    writeFileSync(join(root, 'src/content/docs', `${name}.md`), `---\ntitle: Page ${at}\n---\n\n${words[at % words.length]}`);
  }
}

/** A playbook's words without what only MDX knows. */
function plain(page: string): string {
  return page
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/<\/?[A-Z][^>]*>/g, '')
    .replaceAll(/[{}]/g, '');
}

function build(cwd: string, out: string, env: Readonly<Record<string, string>> = {}): Built {
  const held = join(out, '../held');
  const watch = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(held)}, String(process.resourceUsage().maxRSS)))`;
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, ...profile(), astro, 'build'],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`the build ended with ${status}:\n${stdout.slice(-4000)}${stderr.slice(-4000)}`);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const html = files.filter(({ name }) => name.endsWith('.html'));
  const size = html.reduce((sum, { parentPath, name }) => sum + readFileSync(join(parentPath, name)).length, 0);
  return { seconds, megabytes: Number(readFileSync(held, 'utf8')) / 1024, pages: html.length, size: size / 1e6 };
}

/** CLOSEOUT_PROFILE names a folder for a profile of each build, to see where the time goes. */
function profile(): readonly string[] {
  const folder = process.env['CLOSEOUT_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

function row(name: string, { seconds, megabytes, pages: count, size }: Built): string {
  return `| ${name} | ${count} | ${seconds.toFixed(1)} s | ${((seconds * 1000) / count).toFixed(1)} ms | ${megabytes.toFixed(0)} MB | ${size.toFixed(0)} MB |`;
}

function measure(): void {
  // inside the repository, so that both find the same node_modules
  mkdirSync(join(repository, 'dist'), { recursive: true });
  const work = mkdtempSync(join(repository, 'dist/bench-site-'));
  try {
    const root = join(work, 'organisation');
    organisation(root);
    console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ${projects} projects, ${pages} playbooks\n`);
    console.log('| site | pages | time | a page | most memory | HTML |\n| --- | ---: | ---: | ---: | ---: | ---: |');
    const ours = build(repository, join(work, 'site'), { CLOSEOUT_ROOT: root, CLOSEOUT_OUT: join(work, 'site') });
    console.log(row('Closeout', ours));
    for (const [name, sidebar] of [
      ['plain', ''],
      ['short-sidebar', ", sidebar: [{ label: 'Home', link: '/' }]"],
    ] as const) {
      starlight(join(work, name), ours.pages, sidebar);
      console.log(row(name === 'plain' ? 'plain Starlight' : 'plain Starlight, one link in its sidebar', build(join(work, name), join(work, name, 'dist'))));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

measure();
