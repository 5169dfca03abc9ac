import { isCard } from './cards.ts';
import { organisation } from './data.ts';
import { startsWith } from './form/data.ts';
import { pagesIn } from './guides.ts';
import { to } from './links.ts';
import { phraseGroups } from './phrases.ts';
import { updates } from './updates.ts';

/** A person's corner of the home page. */
export interface Corner {
  readonly who: string;
  readonly need: string;
  readonly links: readonly Way[];
}

interface Way {
  readonly href: string;
  readonly words: string;
}

/** The home page by person; without records only what a stranger may see, and no link to a page that is not written. */
export function home(records: boolean, docs: ReadonlySet<string>): readonly Corner[] {
  const doc = (id: string, words: string): Way[] => (docs.has(id) ? [{ href: to(...id.split('/')), words }] : []);
  const record = (page: string, words: string, anchor = ''): Way[] => (records ? [{ href: `${to(page)}${anchor}`, words }] : []);
  const lists = organisation()
    .checklists.filter((each) => each.data.subject === 'project')
    .slice(0, 2);
  const checklists = lists.map((each) => ({ href: to('checklists', each.id), words: each.data.title ?? each.id }));
  const beginnings = lists.filter(startsWith).map((each) => ({ href: to('checklists', each.id, 'form'), words: `Begin a run: ${each.data.title ?? each.id}` }));
  const gate = doc('docs/gate', 'How the gate works');
  const people = withPeople();
  const all = {
    who: 'Everybody who talks to customers',
    need: 'How to leave a site, what to write when something is down, what to do after a mistake.',
    links: people,
  };
  return [
    ...(people.length > 0 ? [all] : []),
    {
      who: 'Lead tech',
      need: 'See what is left in your project, and what each item asks for.',
      links: [...record('projects', 'What is left, by project'), ...beginnings, ...checklists, ...doc('docs/first-project', 'Your first project')],
    },
    {
      who: 'Support receiver',
      need: 'Answer the items that are yours, read the rest, sign.',
      links: [...record('projects', 'Projects being closed', '#closing'), ...checklists, ...gate],
    },
    ...(records
      ? [
          {
            who: 'Service manager',
            need: 'What is on today, what runs out, what was promised.',
            links: [
              ...record('today', "Today's report"),
              ...record('projects', 'Projects by state, and what is new to support'),
              ...record('walkthroughs', 'Walkthroughs, and which are due'),
              ...doc('docs/psa-report', 'Projects that were closed past the gate'),
            ],
          },
        ]
      : []),
    {
      who: 'Checklist editor',
      need: 'The list is support’s own. Add an item each time a project left you hanging.',
      links: [
        { href: to('checklists'), words: 'All checklists' },
        ...doc('docs/writing', 'Writing playbooks, updates and phrases'),
        { href: to('rules'), words: 'What the linter checks' },
      ],
    },
    {
      who: 'CI owner',
      need: 'Exit codes, states, what blocks, and where it is told.',
      links: [
        ...doc('docs/your-own', 'Your own organisation'),
        ...gate,
        ...doc('docs/ci', 'Lint in CI'),
        ...doc('docs/required-check', 'Make the check a required one'),
        ...doc('docs/outputs', 'What the linter writes, and where it is read'),
        { href: to('rules'), words: 'Every rule' },
        ...doc('docs', 'All pages of the docs'),
      ],
    },
  ];
}

/** Ways to what helps with people, where it is written. */
function withPeople(): readonly Way[] {
  const way = (page: string, words: string, pages: readonly unknown[]): Way[] => (pages.length > 0 ? [{ href: to(page), words }] : []);
  const cards = organisation().checklists.filter(isCard);
  return [
    ...way('playbooks', 'Playbooks: visits, vendors, upset customers', pagesIn('playbooks')),
    ...way('updates', 'Updates: fill one in, copy it to the customer', updates()),
    ...way('phrases', 'Phrases: words to avoid, and better ones', phraseGroups()),
    ...way('mistakes', 'Mistakes: what to do after one', pagesIn('mistakes')),
    ...cards.map((each) => ({
      href: to('checklists', each.id, ...(each.data.subject === 'visit' ? ['card'] : [])),
      words: `Card: ${each.data.title ?? each.id}`,
    })),
  ];
}
