import { addressOf } from '../core/judge.ts';
import type { Severity } from '../core/rule.ts';
import type { RuleFacts } from '../core/rulebook.ts';
import { oneLine } from '../formats/escape.ts';
import { Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { type PhraseFacts, phraseFacts } from '../organisation/phrases.ts';
import { rulebook } from '../organisation/rulebook.ts';
import { findRoot, openWorkspace } from '../workspace/open.ts';
import type { Io } from './io.ts';

/** A rule as it counts in this organisation. */
export interface RuleHere extends RuleFacts {
  /** What the config made of it, where it says anything. */
  readonly configured?: Severity | undefined;
  readonly url: string;
}

/** A phrase rule as it counts in this organisation. */
export interface PhraseHere extends PhraseFacts {
  readonly url: string;
}

/** The rules as they count where the command was called; outside a repository as they come. */
export interface Rulebook {
  readonly rules: readonly RuleHere[];
  readonly phrases: readonly PhraseHere[];
  /** Whether there is a config that was read. */
  readonly here: boolean;
}

/** Opens the rules of the repository around the command; a config that cannot be used is told and left out. */
export function openRulebook(io: Pick<Io, 'cwd' | 'now' | 'err'>): Rulebook {
  const workspace = workspaceOf(io);
  const { severities = {}, site = '' } = workspace?.settings ?? {};
  const rules = rulebook.map((facts) => ({
    ...facts,
    configured: facts.severity === 'error' ? undefined : severities[facts.id],
    url: site + addressOf(facts.id),
  }));
  const phrases = workspace ? phraseFacts(workspace.library).map((facts) => ({ ...facts, url: site + addressOf(`phrase/${facts.rule.id}`) })) : [];
  return { rules, phrases, here: workspace !== undefined };
}

function workspaceOf({ cwd, now, err }: Pick<Io, 'cwd' | 'now' | 'err'>): Workspace | undefined {
  try {
    findRoot(cwd);
  } catch (error) {
    if (error instanceof Usage) return undefined;
    throw error;
  }
  try {
    return openWorkspace({ cwd, now });
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    err(`closeout: ${oneLine(error.message)} So severities and phrases of your own are left out.\n`);
    return undefined;
  }
}
