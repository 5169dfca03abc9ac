import { listed } from '../../core/verdict.ts';
import { type Facts, type Look, ok, problem, type Told, unknown, warning } from './facts.ts';
import { filtersTold } from './filters.ts';
import { type Elsewhere, elsewhereOf, type Gate, gatesOf } from './gates.ts';
import { lintLine, ownBase } from './script.ts';

/** A look at each gate: nothing where there is none, for gate-there says that once. */
function eachGate(id: string, look: (gate: Gate, facts: Facts) => readonly Told[], fine: string): Look {
  return {
    id,
    check(facts) {
      const gates = gatesOf(facts);
      const told = gates.flatMap((gate) => look(gate, facts));
      return told.length > 0 || gates.length === 0 ? told : [ok(fine)];
    },
  };
}

const where = ({ file, via, job }: Gate): string => `${file}${via.length > 0 ? ` (with ${listed(via)})` : ''}, job "${job}"`;

const wholeHistory = {
  github: 'with: { fetch-depth: 0 } at actions/checkout',
  gitlab: 'variables: { GIT_DEPTH: "0" }',
  azure: 'checkout: self with fetchDepth: 0',
} as const;
const pullTrigger = {
  github: 'on: pull_request',
  gitlab: 'rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]',
  azure: 'a build validation policy on the main branch, or pr: in the file',
} as const;

/** The workflow that is the gate: does it run always, and does its red count? */
export const workflowLooks: readonly Look[] = [
  { id: 'workflow-readable', check: unreadable },
  { id: 'gate-there', check: gateTold },
  eachGate(
    'gate-on-pulls',
    (gate) => {
      if (gate.pulls === undefined)
        return [unknown(`${where(gate)}: whether it runs for pull requests does not stand in the file.`, `It needs ${pullTrigger[gate.kind]}.`)];
      const told = gate.pulls ? [] : [problem(`${where(gate)}: it does not run for pull requests.`, `Add ${pullTrigger[gate.kind]}.`)];
      const deaf =
        gate.deaf.length === 0
          ? []
          : [problem(`${where(gate)}: a pull request that is ${deafWords(gate.deaf)} is not checked.`, `Add to types: ${gate.deaf.join(', ')}.`)];
      const trusting = gate.trusting
        ? [warning(`${where(gate)}: pull_request_target runs with rights that a stranger's change should not have.`, 'Use pull_request.')]
        : [];
      return [...told, ...deaf, ...trusting];
    },
    'It runs for every pull request.',
  ),
  eachGate('gate-not-filtered', (gate, facts) => filtersTold(gate, where(gate), facts), 'No path or branch is left out.'),
  eachGate(
    'gate-blocks',
    (gate) => [
      ...gate.lenient.map((what) => problem(`${where(gate)}: "${what}" makes it green although the lint is red.`, todoFor(what))),
      ...[ownBase(gate.command ?? '') ?? []]
        .flat()
        .map((what) =>
          problem(`${where(gate)}: "${what}" compares the change with itself.`, 'Write --base with the branch that the request goes to, like origin/main.'),
        ),
      ...gate.doubts.map((what) =>
        unknown(
          `${where(gate)}: whether its red counts could not be told: "${what}".`,
          'Let closeout lint stand alone in its line, so that the step fails where it does.',
        ),
      ),
    ],
    'Where the lint is red, the job is red.',
  ),
  eachGate(
    'gate-always',
    (gate) => [
      ...gate.conditions.map((condition) =>
        unknown(
          `${where(gate)}: it runs only if ${condition}. Whether that leaves a pull request out could not be told; a job that is skipped counts as passed.`,
          'Make sure that every pull request meets it, or delete it.',
        ),
      ),
      ...gate.needs.map((job) =>
        warning(
          `${where(gate)}: it waits for the job "${job}". Where that fails it is skipped, and what is skipped counts as passed.`,
          'Delete needs: from the gate.',
        ),
      ),
    ],
    'No condition keeps it from running.',
  ),
  eachGate(
    'gate-has-history',
    (gate) => {
      if (gate.whole) return [];
      // an action of ours fetches what it needs; a component too
      if (gate.command === undefined && gate.whole === undefined) return [];
      const todo = `Add ${wholeHistory[gate.kind]}.`;
      return [
        gate.whole === undefined
          ? unknown(`${where(gate)}: nothing in this job says how much history is fetched.`, todo)
          : problem(`${where(gate)}: only a part of the history is fetched, so a change cannot be compared with its base.`, todo),
      ];
    },
    'The whole history is fetched.',
  ),
  eachGate(
    'gate-day-free',
    (gate) => (/\s--today\b/.test(gate.command ?? '') ? [problem(`${where(gate)}: --today holds the day still, so nothing runs out.`, 'Delete --today.')] : []),
    'It judges by the real day.',
  ),
  eachGate(
    'gate-has-approvals',
    (gate, { organisation }) => {
      if (organisation?.config.assurance?.closing !== 'approved' || gate.command === undefined || /\s--approvals\b/.test(gate.command)) return [];
      return [
        problem(
          `${where(gate)}: the config asks for approved sign-offs, and no --approvals is handed in. No project could close.`,
          'Hand in what the forge says of approvals: --approvals FILE. In GitHub Actions they come from gh api .../reviews.',
        ),
      ];
    },
    'It gets what it needs to judge sign-offs.',
  ),
  { id: 'timed-counted', check: dailyTold },
  { id: 'check-required', check: requiredTold },
];

function unreadable({ workflows }: Facts): readonly Told[] {
  return workflows.flatMap(({ file, fault }) =>
    fault === undefined
      ? []
      : [unknown(`${file} could not be read: ${fault}`, 'Write it in plain YAML (no anchors, no tags), or look yourself whether it is the gate.')],
  );
}

function gateTold(facts: Facts): readonly Told[] {
  const { workflows, otherCi, git } = facts;
  if (!git.inside) return [];
  const gates = gatesOf(facts);
  const elsewhere = elsewhereOf(facts);
  if (gates.length > 0)
    return [
      ok(`${[...new Set(gates.map(where))].join('; ')} ${gates.length > 1 ? 'lint' : 'lints'} what a pull request changes.`),
      ...gates.flatMap((gate) => gate.unseen.map((what) => unseenTold(gate, what))),
      ...elsewhere.filter(({ mayChange }) => mayChange).map(takenTold),
    ];
  if (elsewhere.length > 0)
    return [
      unknown(
        `No workflow here is the gate. Whether it lies in ${listed([...new Set(elsewhere.map(({ what }) => `"${what}"`))])} could not be seen from this repository.`,
        'Make sure that closeout lint runs there for every pull request, with --base and the whole history, and that its red counts; or let a job here do it.',
      ),
    ];
  const todo = 'Add a job that runs closeout lint --base origin/main on every pull request, with the whole history.';
  if (otherCi.length > 0)
    return [
      unknown(
        `${otherCi.join(', ')} names closeout lint, in a form that could not be looked into.`,
        'Make sure that it runs for every pull request, with --base and the whole history, and that its red counts.',
      ),
    ];
  if (workflows.some(({ fault }) => fault !== undefined)) return [unknown('No workflow that could be read is the gate.', todo)];
  const plain = workflows.find(({ text }) => /\bcloseout\b[^\n]*\blint\b/.test(text));
  return [
    problem(
      plain
        ? `${plain.file} runs closeout lint, but not with --base, so a change brings its own judge.`
        : 'No workflow runs closeout lint --base, so nothing keeps a project from being closed.',
      plain ? 'Add --base with the branch that the pull request goes to.' : todo,
    ),
  ];
}

function unseenTold(gate: Gate, what: string): Told {
  return unknown(
    `${where(gate)}: "${what}" is in no file of this repository, so what it brings could not be seen.`,
    'Look there whether it runs for every merge request and its red counts, or write the job out here.',
  );
}

function takenTold({ file, what }: Elsewhere): Told {
  return unknown(
    `${file} takes in "${what}", which is not in this repository. It may change when the gate runs, and whether its red counts.`,
    'Look there for workflow:, default: and a job of the same name.',
  );
}

function deafWords(types: readonly string[]): string {
  const words: Readonly<Record<string, string>> = { opened: 'new', synchronize: 'changed again', reopened: 'opened again' };
  return types.map((type) => words[type] ?? type).join(' or ');
}

function todoFor(what: string): string {
  if (what.startsWith('|') && !what.startsWith('||'))
    return "The exit code of a pipe is its last command's. Begin the script with set -o pipefail (in GitHub Actions shell: bash does it).";
  if (what.startsWith(';')) return 'Put closeout lint last, or begin the script with set -e: what follows decides otherwise.';
  return what.startsWith('when:') ? 'Let it run by itself: delete it.' : 'Delete it.';
}

/** What runs out by itself turns red in nobody's pull request: only a scheduled check counts it. */
function dailyTold({ workflows, git }: Facts): readonly Told[] {
  if (!git.inside || workflows.length === 0) return [];
  if (workflows.some(({ text }) => lintLine(runnable(text), /\s--timed[ =]count\b/) !== undefined)) return [ok('A workflow counts what runs out by itself.')];
  return [warning('No workflow counts what runs out by itself, as waivers and reviews do.', 'Run closeout lint --timed count once a day, on a schedule.')];
}

/** A workflow's text with the markers of YAML gone from the front of its lines. */
function runnable(text: string): string {
  return text.replaceAll(/^[ \t]*(?:- )?(?:run|script|bash|pwsh|powershell):[ \t]*/gm, '').replaceAll(/^[ \t]*- /gm, '');
}

const places = {
  github: 'Settings, Rules (or Branches), main branch: "Require status checks to pass" with {job}; "Require review from Code Owners"; no bypass.',
  gitlab: 'Settings, Merge requests: "Pipelines must succeed"; Settings, Repository, Protected branches: "Code owner approval".',
  azure: 'Branch policies of the main branch: Build validation, required; and at least one reviewer.',
  unknown: 'The branch protection of your forge: {job} must be required, and code owners must approve.',
} as const;

function requiredTold(facts: Facts): readonly Told[] {
  if (!facts.git.inside) return [];
  const [gate] = gatesOf(facts);
  const job = gate ? `the check "${gate.job}"` : 'the gate';
  return [
    unknown('Whether the check is required, and code owners must approve, only the forge knows.', `Look there: ${places[facts.forge].replace('{job}', job)}`),
  ];
}
