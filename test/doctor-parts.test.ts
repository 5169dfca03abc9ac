import { describe, expect, test } from 'vitest';
import type { Facts } from '../linter/organisation/doctor/facts.ts';
import { examine } from '../linter/organisation/doctor/index.ts';
import { GITHUB, GITLAB, good, RULES, workflow } from './doctor-facts.ts';

type Files = Readonly<Record<string, string>>;

/** What the doctor says of the gate where the repository holds these files. */
function told(files: Files): readonly string[] {
  const workflows = Object.entries(files).map(([file, text]) => ({ ...workflow(text, file), included: file.startsWith('ci/') || undefined }));
  const facts: Facts = { ...good, workflows };
  const rows = examine(facts).rows.filter(({ id, standing }) => (id.startsWith('gate-') && standing !== 'ok') || id === 'gate-there');
  return rows.map(({ id, standing, says }) => `${id} ${standing} ${says}`);
}

const GATE = '.github/workflows/gate.yml';
const CALLED = '.github/workflows/lint.yml';
const ACTION = '.github/actions/lint/action.yml';
const MAIN = '.gitlab-ci.yml';

/** The good workflow, to be called by another. */
const called = GITHUB.replace('pull_request:', 'workflow_call:').replace('  schedule: [{ cron: "0 6 * * *" }]\n', '');
const caller = (more = ''): string => `on: pull_request\njobs:\n  closing:\n    uses: ./${CALLED}\n${more}`;
/** The good workflow with its step in an action of the repository. */
const steps = 'runs:\n  using: composite\n  steps:\n    - run: npx closeout lint --base "origin/$BASE"\n      shell: bash\n';
const acting = GITHUB.replace(
  '- if: github.event.pull_request\n        run: npx closeout lint --base "origin/$BASE" --format github',
  '- uses: ./.github/actions/lint',
);

describe('GitHub', () => {
  test.each<readonly [string, Files, readonly string[]]>([
    ['a workflow that is called is the gate', { [GATE]: caller(), [CALLED]: called }, [`gate-there ok ${GATE} (with ${CALLED}), job "closing / gate" lints`]],
    [
      'what stands around the call counts',
      { [GATE]: caller('    if: github.actor != 1\n    needs: build\n'), [CALLED]: called },
      [`gate-there ok`, `gate-always unknown ${GATE} (with ${CALLED}), job "closing / gate": it runs only if github.actor != 1`, 'gate-always warning'],
    ],
    [
      'what stands in the called workflow counts',
      { [GATE]: caller(), [CALLED]: called.replace('runs-on:', 'continue-on-error: true\n    runs-on:') },
      ['gate-there ok', `gate-blocks problem ${GATE} (with ${CALLED}), job "closing / gate": "continue-on-error: true"`],
    ],
    [
      'the filter of the caller counts',
      { [GATE]: caller().replace('on: pull_request', 'on: { pull_request: { paths: [docs/**] } }'), [CALLED]: called },
      ['gate-there ok', 'gate-not-filtered problem'],
    ],
    ['one that nobody calls', { [CALLED]: called }, ['gate-there ok', `gate-on-pulls problem ${CALLED}, job "gate": it does not run`]],
    ['a step in an action', { [GATE]: acting, [ACTION]: steps }, [`gate-there ok ${GATE} (with ${ACTION}), job "gate" lints`]],
    [
      'a step in an action, let off',
      {
        [GATE]: acting.replace('lint\n', 'lint\n        continue-on-error: true\n'),
        [ACTION]: steps.replace('$BASE"', '$BASE" || true'),
      },
      ['gate-there ok', 'gate-blocks problem', 'gate-blocks problem'],
    ],
    [
      'an action in an action in a workflow that is called',
      {
        [GATE]: caller(),
        [CALLED]: called.replace(/- if: [^\n]*\n[^\n]*\n/, '- uses: ./.github/actions/all/\n'),
        '.github/actions/all/action.yaml': 'runs: { using: composite, steps: [{ uses: ./.github/actions/lint }] }\n',
        [ACTION]: steps,
      },
      [`gate-there ok ${GATE} (with ${CALLED}, .github/actions/all/action.yaml and ${ACTION}), job "closing / gate" lints`],
    ],
    [
      'a workflow of another repository',
      { [GATE]: 'on: pull_request\njobs:\n  gate:\n    uses: msp/ci/.github/workflows/gate.yml@v1\n' },
      ['gate-there unknown No workflow here is the gate. Whether it lies in "msp/ci/.github/workflows/gate.yml@v1" could not be seen'],
    ],
    ['a workflow of another repository beside the gate', { [GATE]: `${GITHUB}  ship:\n    uses: msp/ci/.github/workflows/ship.yml@v1\n` }, ['gate-there ok']],
    [
      'workflows that call each other',
      { [GATE]: caller(), [CALLED]: `on: workflow_call\njobs: { a: { uses: ./${CALLED} }, b: { uses: ./${CALLED} } }\n` },
      ['gate-there problem'],
    ],
    ['a path that leads out', { [GATE]: caller().replace(CALLED, '../lint.yml') }, ['gate-there unknown']],
  ])('%s', (_, files, rows) => expect(told(files)).toEqual(rows.map((row) => expect.stringContaining(row))));
});

describe('GitLab', () => {
  const HIDDEN = `.base:\n${GITLAB.slice('gate:\n'.length)}`;
  const include = (path: string): string => `include: [{ local: ${path} }]\n`;
  const there = (files: string, job = 'gate'): string => `gate-there ok ${files}, job "${job}" lints`;

  test.each<readonly [string, Files, readonly string[]]>([
    ['a job that extends another', { [MAIN]: `${HIDDEN}gate: { extends: .base }\n` }, [there(MAIN)]],
    ['what is there to be extended only', { [MAIN]: HIDDEN }, ['gate-there problem']],
    ['what the job says itself counts', { [MAIN]: `${HIDDEN}gate: { extends: .base, allow_failure: true }\n` }, ['gate-there ok', 'gate-blocks problem']],
    [
      'what it extends counts',
      { [MAIN]: `${HIDDEN.replace('.base:', '.base:\n  allow_failure: true')}.more: { extends: [.base] }\ngate: { extends: [.more] }\n` },
      ['gate-there ok', 'gate-blocks problem'],
    ],
    [
      'what it extends is not here',
      { [MAIN]: GITLAB.replace(RULES, '  extends: .elsewhere\n') },
      ['gate-there ok', `gate-there unknown ${MAIN}, job "gate": "extends: .elsewhere" is in no file`, 'gate-on-pulls unknown'],
    ],
    ['jobs that extend each other', { [MAIN]: 'a: { extends: b }\nb: { extends: a }\n' }, ['gate-there problem']],
    ['an include of an include', { [MAIN]: include('/ci/a.yml'), 'ci/a.yml': include('ci/b.yml'), 'ci/b.yml': GITLAB }, [there('ci/b.yml')]],
    ['includes by stars', { [MAIN]: include('ci/**.yml'), 'ci/jobs/b.yml': GITLAB }, [there('ci/jobs/b.yml')]],
    ['files that take each other in', { [MAIN]: include('ci/a.yml'), 'ci/a.yml': `${include('ci/a.yml')}${GITLAB}` }, [there('ci/a.yml')]],
    [
      'a template in one file, its job in another',
      { [MAIN]: `${include('ci/a.yml')}gate: { extends: .base }\n`, 'ci/a.yml': HIDDEN },
      [there(`${MAIN} (with ci/a.yml)`)],
    ],
    [
      'the file itself has the last word',
      { [MAIN]: `${include('ci/a.yml')}gate: { when: manual }\n`, 'ci/a.yml': GITLAB },
      [there(`${MAIN} (with ci/a.yml)`), 'gate-blocks problem'],
    ],
    [
      'an include under a condition',
      { [MAIN]: 'include: [{ local: ci/a.yml, rules: [{ if: $GATE }] }]\n', 'ci/a.yml': GITLAB },
      ['gate-there ok', 'gate-always unknown ci/a.yml, job "gate": it runs only if ci/a.yml is taken in: $GATE'],
    ],
    [
      'the rules of the pipeline in an include',
      { [MAIN]: `${include('ci/a.yml')}${GITLAB}`, 'ci/a.yml': 'workflow: { rules: [{ if: $CI_COMMIT_TAG }] }\n' },
      ['gate-there ok', 'gate-on-pulls problem'],
    ],
    [
      'no pipeline for our component',
      { [MAIN]: 'include: [{ component: h/closeout/closeout@1 }]\nworkflow: { rules: [{ if: $CI_COMMIT_TAG }] }\n' },
      ['gate-there ok', 'gate-on-pulls problem'],
    ],
    [
      'only other jobs are in the pipelines of requests',
      { [MAIN]: `${GITLAB.replace(RULES, '')}test:\n${RULES}  script: [make]\n` },
      ['gate-there ok', 'gate-on-pulls problem'],
    ],
    [
      'beside the gate, a file of another project',
      { [MAIN]: `include: [{ project: msp/ci, file: [a.yml] }, { template: Security/SAST.gitlab-ci.yml }]\n${GITLAB}` },
      ['gate-there ok', `gate-there unknown ${MAIN} takes in "msp/ci (a.yml)", which is not in this repository`],
    ],
    [
      'instead of the gate, files from elsewhere',
      { [MAIN]: 'include: ["https://ci.example/a.yml", { local: $WHERE/b.yml }, ci/none.yml]\n' },
      ['gate-there unknown No workflow here is the gate. Whether it lies in "https://ci.example/a.yml", "$WHERE/b.yml" and "ci/none.yml" could not be seen'],
    ],
  ])('%s', (_, files, rows) => expect(told(files)).toEqual(rows.map((row) => expect.stringContaining(row))));
});
