import type { GitFacts } from '../organisation/doctor/facts.ts';
import { NoHistory } from '../organisation/failure.ts';
import { gitIn, refusalOf } from './ask-git.ts';
import { defaultBase } from './git.ts';

/** What an evidence file would be called: git is asked what it does to one. */
const EVIDENCE = 'records/projects/customer/project/evidence/photo.jpg';

const nowhere: GitFacts = { installed: true, inside: false, shallow: false, remotes: [], prefix: '' };

/** Asks git about the clone around a folder. */
export function askGit(root: string): GitFacts {
  const said = ask(root, 'rev-parse', '--show-prefix');
  if (said.missing) return { ...nowhere, installed: false };
  if (said.text === undefined) return /not a git repository/i.test(said.fault) ? nowhere : { ...nowhere, fault: said.fault };
  const git = (...args: string[]): string | undefined => ask(root, ...args).text?.trim();
  const base = branchOf(root);
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

/** What `lint --changed` would compare with. */
function branchOf(root: string): string | undefined {
  try {
    return defaultBase(gitIn(root)).name;
  } catch (error) {
    if (error instanceof NoHistory) return undefined;
    throw error;
  }
}

type Git = (...args: string[]) => string | undefined;

function remotesOf(git: Git): GitFacts['remotes'] {
  const names = (git('remote') ?? '').split('\n').filter(Boolean).slice(0, 20);
  const first = names.includes('origin') ? ['origin', ...names.filter((name) => name !== 'origin')] : names;
  return first.map((name) => ({ name, url: git('config', '--get', `remote.${name}.url`) ?? '' }));
}

function ask(root: string, ...args: string[]): { readonly text?: string; readonly fault: string; readonly missing?: boolean } {
  try {
    return { text: gitIn(root)(args).toString(), fault: '' };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal.code === 'ENOENT' ? { fault: '', missing: true } : { fault: refusal.said?.split('\n')[0] ?? '' };
  }
}
