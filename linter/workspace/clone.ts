import { execFileSync } from 'node:child_process';
import type { GitFacts } from '../organisation/doctor/facts.ts';
import { SAFE } from './ask-git.ts';

const MOST_BYTES = 1024 * 1024;
const MOST_MILLISECONDS = 20_000;

/** What an evidence file would be called: git is asked what it does to one. */
const EVIDENCE = 'records/projects/customer/project/evidence/photo.jpg';

const nowhere: GitFacts = { installed: true, inside: false, shallow: false, remotes: [], prefix: '' };

/** Asks git about the clone around a folder. */
export function askGit(root: string): GitFacts {
  const said = ask(root, 'rev-parse', '--show-prefix');
  if (said.missing) return { ...nowhere, installed: false };
  if (said.text === undefined) return /not a git repository/i.test(said.fault) ? nowhere : { ...nowhere, fault: said.fault };
  const git = (...args: string[]): string | undefined => ask(root, ...args).text?.trim();
  const base = baseOf(git);
  return {
    ...nowhere,
    inside: true,
    shallow: git('rev-parse', '--is-shallow-repository') === 'true',
    remotes: remotesOf(git),
    prefix: said.text.replace(/\r?\n$/, ''),
    base,
    shares: base === undefined ? undefined : git('merge-base', base, 'HEAD') !== undefined,
    evidence: / text: (\S+)$/.exec(git('check-attr', 'text', '--', EVIDENCE) ?? '')?.[1],
  };
}

type Git = (...args: string[]) => string | undefined;

function remotesOf(git: Git): GitFacts['remotes'] {
  const names = (git('remote') ?? '').split('\n').filter(Boolean).slice(0, 20);
  const first = names.includes('origin') ? ['origin', ...names.filter((name) => name !== 'origin')] : names;
  return first.map((name) => ({ name, url: git('config', '--get', `remote.${name}.url`) ?? '' }));
}

/** The branch that the remote calls its head, or one of the usual names. */
function baseOf(git: Git): string | undefined {
  const head = git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const usual = ['origin/main', 'origin/master', 'main', 'master'];
  return [...(head ? [head] : []), ...usual].find((name) => git('rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== undefined);
}

function ask(root: string, ...args: string[]): { readonly text?: string; readonly fault: string; readonly missing?: boolean } {
  try {
    const text = execFileSync('git', [...SAFE, ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      timeout: MOST_MILLISECONDS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { text, fault: '' };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') return { fault: '', missing: true };
    return {
      fault:
        String(stderr ?? '')
          .trim()
          .split('\n')[0] ?? '',
    };
  }
}
