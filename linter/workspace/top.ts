import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { findRoot } from './open.ts';
import { nearestAbove } from './upwards.ts';

/** The way from the top of the git repository to the organisation around a folder, like `teams/closeout/`; empty where they are one, or nothing is in git. git is not asked, as that would start a process. */
export function wayFromTop(cwd: string): string {
  const root = realpathSync(rootAround(cwd));
  // a worktree and a submodule have a file of this name
  const top = nearestAbove(root, (folder) => existsSync(join(folder, '.git'))) ?? root;
  return top === root ? '' : `${relative(top, root).split(sep).join('/')}/`;
}

/** Where there is no organisation, what is said of its config belongs to the folder that somebody is in. */
function rootAround(cwd: string): string {
  try {
    return findRoot(cwd);
  } catch {
    return cwd;
  }
}
