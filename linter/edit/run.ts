import type { ItemFacts, Release } from '../core/checklist.ts';
import { itemsFor } from '../core/run.ts';
import type { Project } from '../core/types.generated.ts';
import { inline, textLine } from './render.ts';

/** A project from what somebody gave for each key; lists come with commas between, and what may be left out is left out where it is empty. */
export function projectFrom(value: (key: string) => string, chosen: ReadonlySet<string>, release: Pick<Release, 'kinds'>): Project {
  const team = listFrom(value('team'));
  return {
    name: value('name'),
    customer: value('customer'),
    ...(value('psa') ? { psa: value('psa') } : {}),
    kinds: Object.fromEntries([...release.kinds.keys()].map((kind) => [kind, chosen.has(kind)])),
    lead: value('lead'),
    backup: value('backup'),
    ...(team.length > 0 ? { team } : {}),
    escalate: value('escalate'),
    started: value('started'),
    closes: value('closes'),
    touches: listFrom(value('touches')),
    impact: value('impact'),
    ...(value('unrelated') ? { unrelated: value('unrelated') } : {}),
  };
}

/** "a, b" as a list. */
export function listFrom(text: string): string[] {
  const parts = text.split(',').map((each) => each.trim());
  return parts.filter(Boolean);
}

/** The text of a new run: each item that applies, open, by section, with its title as a comment. */
export function newRunText(project: Project, release: Release, state: 'planned' | 'active'): string {
  const reference = `${release.id}@${release.version}`;
  const { name, kinds, impact, unrelated, touches, ...rest } = project;
  const line = (key: string, value: unknown): string => `  ${key}: ${inline(value)}\n`;
  const questions = [...release.kinds].map(([id, ask]) => `    ${id}: ${kinds[id] ?? false}   # ${ask}\n`);
  return [
    `# yaml-language-server: $schema=../../../../schemas/runs/${reference}.schema.json\n`,
    `checklist: ${reference}\nproject:\n`,
    line('name', name),
    line('customer', rest.customer),
    rest.psa ? line('psa', rest.psa) : '',
    questions.length > 0 ? `  kinds:\n${questions.join('')}` : '  kinds: {}\n',
    line('lead', rest.lead),
    line('backup', rest.backup),
    rest.team ? line('team', rest.team) : '',
    line('escalate', rest.escalate),
    line('started', rest.started),
    line('closes', rest.closes),
    `  touches:\n${touches.map((each) => `    - ${inline(each)}\n`).join('')}`,
    textLine('impact', impact, '  '),
    unrelated ? textLine('unrelated', unrelated, '  ') : '',
    `\nengagements: []\n\nstate: ${state}\n\nanswers:\n`,
    answersText([...itemsFor(release, kinds)]),
  ].join('');
}

function answersText(items: readonly ItemFacts[]): string {
  if (items.length === 0) return '  {}\n';
  const sections = Map.groupBy(items, (item) => item.section);
  const blocks = [...sections].map(([title, rows]) => `  # ${title}\n${rows.map((item) => `  ${item.id}: open   # ${item.title}\n`).join('')}`);
  return blocks.join('\n');
}
