// `npm start`: lints the repository, builds the site and serves it, saying where.
import { spawnSync } from 'node:child_process';
import { preview } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

function step(says: string, args: readonly string[]): number {
  console.log(`\n${says}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

/** Findings do not keep the site from being read; a site that cannot be built does. */
async function start(): Promise<void> {
  step('1 of 3: linting the repository', ['linter/bin.cjs', 'lint']);
  const built = step('2 of 3: building the site (half a minute)', ['node_modules/astro/bin/astro.mjs', 'build', '--silent']);
  if (built !== 0) {
    console.error('The site could not be built; what stands above says why.');
    process.exitCode = built;
    return;
  }
  const server = await preview({ logLevel: 'error' });
  console.log(`\n3 of 3: the site is at http://${server.host ?? 'localhost'}:${server.port}/ until you press Ctrl+C`);
}

void start();
