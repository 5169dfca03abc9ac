import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium for a test: the one that is here, else one that is installed now, so that the test command is all a clone needs. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: installed() ?? install(), args: quiet });
}

/** Where a Chromium is: CHROMIUM_PATH, the system's, or playwright's own. */
function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...places, chromium.executablePath()].find((path) => existsSync(path));
}

function install(): string {
  const root = process.getuid?.() === 0;
  if (root && existsSync('/etc/debian_version')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', 'chromium']);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  const path = installed();
  if (path === undefined) throw new Error('There is no Chromium, and none could be installed. Install one and set CHROMIUM_PATH to it.');
  return path;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
