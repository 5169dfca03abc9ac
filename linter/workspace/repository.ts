import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { NoHistory, Usage } from '../organisation/failure.ts';
import { gitIn } from './ask-git.ts';
import { findRoot } from './open.ts';

/** Where a folder lies. */
export interface Lying {
  /** The top of the repository around it, where that is another folder. */
  readonly inside?: string | undefined;
  /** A folder above it that holds closeout.config.yaml. */
  readonly below?: string | undefined;
  /** What git calls the remote named origin. */
  readonly origin?: string | undefined;
}

/** What stands around a folder; nothing of a repository where there is none, or no git. */
export function lyingOf(folder: string): Lying {
  const top = ask(folder, 'rev-parse', '--show-toplevel');
  const inside = top !== undefined && realpathSync(top) !== realpathSync(folder) ? top : undefined;
  return { inside, below: organisationAbove(folder), origin: ask(folder, 'remote', 'get-url', 'origin') };
}

function organisationAbove(folder: string): string | undefined {
  const above = dirname(resolve(folder));
  try {
    return above === resolve(folder) ? undefined : findRoot(above);
  } catch (error) {
    if (error instanceof Usage) return undefined;
    throw error;
  }
}

function ask(folder: string, ...args: readonly string[]): string | undefined {
  try {
    return gitIn(folder)(args).toString().trim() || undefined;
  } catch (error) {
    if (error instanceof NoHistory) return undefined;
    throw error;
  }
}
