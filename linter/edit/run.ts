import type { ItemFacts, Release } from '../core/checklist.ts';
import { itemsFor } from '../core/run.ts';
import type { Project } from '../core/types.generated.ts';
import { inline, textLine } from './render.ts';

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
