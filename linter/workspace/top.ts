import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { findRoot } from './open.ts';

/** The way from the top of the git repository to the organisation around a folder, like `teams/closeout/`; empty where they are one, or nothing is in git. git is not asked, as that would start a process. */
export function wayFromTop(cwd: string): string {
  const root = realpathSync(rootAround(cwd));
  for (let top = root; ; top = dirname(top)) {
    // a worktree and a submodule have a file of this name
    if (existsSync(join(top, '.git'))) return top === root ? '' : `${relative(top, root).split(sep).join('/')}/`;
    if (top === dirname(top)) return '';
  }
}

/** Where there is no organisation, what is said of its config belongs to the folder that somebody is in. */
function rootAround(cwd: string): string {
  try {
    return findRoot(cwd);
  } catch {
    return cwd;
  }
}
