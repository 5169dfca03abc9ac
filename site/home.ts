import { organisation } from './data.ts';
import { to } from './links.ts';

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
  const gate = doc('docs/gate', 'How the gate works');
  return [
    {
      who: 'Lead tech',
      need: 'See what is left in your project, and what each item asks for.',
      links: [...record('projects', 'What is left, by project'), ...checklists, ...doc('docs/first-project', 'Your first project')],
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
            links: [...record('today', "Today's report"), ...record('projects', 'Projects by state')],
          },
        ]
      : []),
    {
      who: 'Checklist editor',
      need: 'The list is support’s own. Add an item each time a project left you hanging.',
      links: [
        { href: to('checklists'), words: 'All checklists' },
        { href: to('rules'), words: 'What the linter checks' },
      ],
    },
    {
      who: 'CI owner',
      need: 'Exit codes, states and what blocks.',
      links: [...gate, { href: to('rules'), words: 'Every rule' }],
    },
  ];
}
