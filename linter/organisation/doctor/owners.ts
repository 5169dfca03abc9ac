import { listed } from '../../core/verdict.ts';
import { type Facts, type Look, ok, problem, type Told, unknown, warning } from './facts.ts';
import { GITLAB, gatesOf } from './gates.ts';
import { covers } from './glob.ts';

const MOST_LINES = 5000;

interface Line {
  readonly pattern: string;
  readonly owners: readonly string[];
  readonly section: string;
}

/** Who owns what, line by line; GitLab's sections may hold owners for the lines below them. */
export function ownerLines(text: string): readonly Line[] {
  let [section, standing]: [string, readonly string[]] = ['', []];
  return text.split(/\r?\n/, MOST_LINES).flatMap((line): Line[] => {
    const words = line
      .slice(0, 1000)
      .trim()
      .replace(/(?:^|\s)#.*$/, '')
      .trim();
    if (words === '') return [];
    const heading = /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/.exec(words);
    if (heading) {
      section = words.startsWith('^') ? `^${heading[1]}` : (heading[1] ?? '').toLowerCase();
      standing = namesIn(heading[2] ?? '');
      return [];
    }
    // a blank in a path is written with a backslash
    const pattern = /^(?:\\.|\S)+/.exec(words)?.[0] ?? words;
    const owners = namesIn(words.slice(pattern.length));
    return [{ pattern: pattern.replaceAll('\\ ', ' '), owners: owners.length > 0 ? owners : standing, section }];
  });
}

function namesIn(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word.includes('@'));
}

/** Who must approve a change of a path: of each section the last line that covers it counts; optional ones do not. */
export function ownersOf(lines: readonly Line[], path: string): readonly string[] {
  const last = new Map<string, readonly string[]>();
  for (const { pattern, owners, section } of lines) if (!section.startsWith('^') && covers(pattern, path)) last.set(section, owners);
  return [...new Set([...last.values()].flat())];
}

const SUPPORTS = 'records/projects/customer/project/signoff.closing.support.yaml';
const LEADS = 'records/projects/customer/project/signoff.closing.lead.yaml';

/** What nobody may change alone, in words and as a path. */
function guarded(facts: Facts): readonly (readonly [what: string, path: string])[] {
  const at = (file: string): string => facts.git.prefix + file;
  const checklist = facts.organisation?.checklists[0]?.id ?? 'project-closeout';
  return [
    ["support's sign-offs", at(SUPPORTS)],
    ['the checklists', at(`checklists/${checklist}.yaml`)],
    ['their releases', at(`checklists/releases/${checklist}@1.0.0.yaml`)],
    ['the list of people', at('records/people.yaml')],
    ['the config', at('closeout.config.yaml')],
    ...[
      ...new Set([
        ...gatesOf(facts).flatMap(({ file, via }) => [file, ...via]),
        // what a pipeline takes in may be the gate
        ...facts.workflows.flatMap(({ fault, included, file }) => (fault !== undefined || included || file === GITLAB ? [file] : [])),
      ]),
    ].map((file) => ['the workflow', file] as const),
    ...(facts.owners ? [['the code owners file itself', facts.owners.file] as const] : []),
  ];
}

/** Code owners: who must approve what the gate trusts. */
export const ownerLooks: readonly Look[] = [
  {
    id: 'owners-given',
    check({ owners, forge, git }) {
      if (!git.inside) return [];
      if (owners?.fault !== undefined) return [unknown(`${owners.file} could not be read: ${owners.fault}`, 'Put it right, then run this again.')];
      if (owners && ownerLines(owners.text).length === 0)
        return [
          problem(
            `${owners.file} names nobody yet, so anybody may approve a signature of support, and a change to the judge.`,
            'Put your teams in, and take away the # in front of its lines. A file of closeout init has a line for each.',
          ),
        ];
      if (owners) return [ok(`${owners.file} says who must approve what.`)];
      if (forge === 'azure')
        return [
          unknown(
            'Azure DevOps keeps this in its settings.',
            'Look under Branch policies, Automatically included reviewers: support for /checklists/* and signoff.*.support.yaml.',
          ),
        ];
      return [
        problem(
          'There is no code owners file, so anybody may approve a signature of support.',
          `Write ${forge === 'gitlab' ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS'} with a line for each, last line wins: /checklists/ @your-org/support`,
        ),
      ];
    },
  },
  {
    id: 'owners-cover',
    check(facts) {
      const lines = linesOf(facts);
      if (!facts.owners || lines.length === 0) return [];
      const rows = guarded(facts);
      const bare = rows.filter(([, path]) => ownersOf(lines, path).length === 0);
      const told = bare.map(([what, path]) =>
        problem(
          `Nobody owns ${what} (${path}).`,
          `Add a line to ${facts.owners?.file}: /${shortened(path)} @your-org/${what.startsWith('the list') ? 'managers' : 'support'}`,
        ),
      );
      return told.length > 0 ? told : [ok(`They cover ${listed([...new Set(rows.map(([what]) => what))])}.`)];
    },
  },
  {
    id: 'owners-apart',
    check(facts) {
      const lines = linesOf(facts);
      const [support, lead] = [SUPPORTS, LEADS].map((path) =>
        ownersOf(lines, facts.git.prefix + path)
          .toSorted()
          .join(' '),
      );
      if (!support) return [];
      if (support !== lead) return [ok("Support's sign-offs have owners of their own.")];
      return [
        warning(
          "Support's sign-offs have the same owners as the lead's, so either side may approve for the other.",
          `Give them a line of their own, last: ${shortened(`/${facts.git.prefix}${SUPPORTS}`)} @your-org/support`,
        ),
      ];
    },
  },
  {
    id: 'owners-installs',
    check(facts): readonly Told[] {
      const lines = linesOf(facts);
      if (lines.length === 0 || facts.installs.length === 0 || takenFromOutside(facts)) return [];
      const bare = facts.installs.filter((path) => ownersOf(lines, path).length === 0);
      if (bare.length === 0) return [ok('What installs the linter has owners.')];
      return [
        warning(
          `Nobody owns ${bare.join(' and ')}, which say which linter is installed.`,
          'Add a line for each or let the workflow run the linter that the base branch installs.',
        ),
      ];
    },
  },
];

/** Whether each gate takes the linter by its exact version from outside the checkout, so that what the repository installs is not asked. */
function takenFromOutside(facts: Facts): boolean {
  const gates = gatesOf(facts);
  const outside = ({ command = '' }: (typeof gates)[number]): boolean => {
    const words = command.slice(0, 2000).split(/\s+/);
    return words.includes('npx') && words.includes('--prefix') && words.some((word) => /^closeout@\d+\.\d+\.\d+/.test(word));
  };
  return gates.length > 0 && gates.every(outside);
}

/** The lines of a file that could be read; none is told once, not for each thing that nobody owns. */
function linesOf({ owners }: Facts): readonly Line[] {
  return owners && owners.fault === undefined ? ownerLines(owners.text) : [];
}

/** A path as a line of the code owners file covers all of its kind. */
function shortened(path: string): string {
  return path.replace('customer/project/signoff.closing.support', '**/signoff.*.support').replace(/checklists\/.*/, 'checklists/');
}
