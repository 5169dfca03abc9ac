import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Facts, Standing } from '../linter/organisation/doctor/facts.ts';
import { looks } from '../linter/organisation/doctor/index.ts';
import { AZURE, GITHUB, GITLAB, good, house, OWNERS, person, withFlow, withGit, withHouse, withOwners, workflow } from './doctor-facts.ts';
import { repository } from './organisation.ts';

function changed(before: string, after: string, text = GITHUB): Facts {
  if (!text.includes(before)) throw new Error(`the workflow should hold ${before}`);
  return withFlow(text.replace(before, after), text === GITLAB ? '.gitlab-ci.yml' : text === AZURE ? 'azure-pipelines.yml' : undefined);
}

const LINT = 'run: npx closeout lint --base "origin/$BASE" --format github';
const CALL = 'npx closeout lint --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"';

/** What each look objects to: the facts, how it stands, and words of it. */
const bad: Readonly<Record<string, readonly (readonly [name: string, facts: Facts, standing: Standing, words: string])[]>> = {
  'node-new-enough': [
    ['old', { ...good, node: '20.20.2' }, 'problem', 'Install Node 22.12'],
    ['a little too old', { ...good, node: '22.11.0' }, 'problem', '22.11.0'],
    ['not known', { ...good, node: undefined }, 'unknown', 'node --version'],
  ],
  'config-readable': [['a fault', { ...good, organisation: undefined, fault: 'closeout.config.yaml:2:1 no' }, 'problem', 'closeout.config.yaml:2:1']],
  'day-not-held': [['held', withHouse({ config: { ...house.config, today: '2026-11-06' } }), 'problem', 'Delete the line "today"']],
  'git-there': [
    ['not installed', withGit({ installed: false, inside: false }), 'problem', 'Install git'],
    ['no repository', withGit({ inside: false }), 'problem', 'git init'],
    ['refused', withGit({ inside: false, fault: 'detected dubious ownership' }), 'problem', 'dubious'],
  ],
  'history-whole': [['shallow', withGit({ shallow: true }), 'problem', '--unshallow']],
  'remote-there': [['none', withGit({ remotes: [] }), 'problem', 'Push it']],
  'base-known': [
    ['not known', withGit({ base: undefined }), 'warning', 'set-head'],
    ['nothing shared', withGit({ shares: false }), 'problem', 'share no commit'],
  ],
  'evidence-kept': [
    ['line ends', withGit({ evidence: 'auto' }), 'problem', 'records/**/evidence/** -text'],
    ['a folder below', withGit({ evidence: 'unspecified', prefix: 'desk/' }), 'problem', 'desk/records/**'],
    ['not asked', withGit({ evidence: undefined }), 'unknown', '.gitattributes'],
  ],
  'workflow-readable': [['an anchor', withFlow('on: &all [pull_request]\njobs: *all\n'), 'unknown', 'no anchors']],
  'gate-there': [
    ['none', { ...good, workflows: [] }, 'problem', 'Add a job'],
    ['no base', changed(' --base "origin/$BASE"', ''), 'problem', 'not with --base'],
    ['only a comment', changed(LINT, 'run: |\n          # npx closeout lint --base main\n          true'), 'problem', 'not with --base'],
    ['another system', { ...good, workflows: [], otherCi: ['Jenkinsfile'] }, 'unknown', 'Jenkinsfile'],
    ['unreadable', withFlow('a: &b c\n'), 'unknown', 'No workflow that could be read'],
  ],
  'gate-on-pulls': [
    ['only pushes', changed('pull_request:', 'push:'), 'problem', 'Add on: pull_request'],
    ['not when changed', changed('pull_request:', 'pull_request: { types: [opened] }'), 'problem', 'synchronize, reopened'],
    ['a trusting trigger', changed('pull_request:', 'pull_request_target:'), 'warning', 'Use pull_request.'],
    ['GitLab, another rule', changed('merge_request_event', 'schedule', GITLAB), 'unknown', 'merge_request_event'],
    ['Azure, a policy', changed('pr: [main]\n', '', AZURE), 'unknown', 'build validation policy'],
    ['Azure, none', changed('pr: [main]\n', 'pr: none\n', AZURE), 'problem', 'pr: in the file'],
  ],
  'gate-not-filtered': [
    ['paths', changed('pull_request:', 'pull_request: { paths: [records/**] }'), 'problem', 'records/**'],
    ['paths left out', changed('pull_request:', 'pull_request: { paths-ignore: ["**.md"] }'), 'problem', 'paths-ignore'],
    ['other branches', changed('pull_request:', 'pull_request: { branches: [release] }'), 'problem', 'Add main'],
    ['a pattern', changed('pull_request:', 'pull_request: { branches: ["ma*"] }'), 'unknown', 'ma*'],
    ['GitLab', changed('merge_request_event"\n', 'merge_request_event"\n      changes: [records/**/*]\n', GITLAB), 'problem', 'changes:'],
    ['Azure', changed('pr: [main]', 'pr: { paths: { include: [records] } }', AZURE), 'problem', 'paths'],
  ],
  'gate-blocks': [
    [
      'a step',
      changed('- if: github.event.pull_request', '- continue-on-error: true\n        if: github.event.pull_request'),
      'problem',
      'continue-on-error: true',
    ],
    ['a job', changed('runs-on:', 'continue-on-error: matrix.soft\n    runs-on:'), 'problem', 'matrix.soft'],
    ['or true', changed(LINT, `${LINT} || true`), 'problem', '|| true'],
    ['or nothing', changed(LINT, LINT.replace('run: ', 'run: |\n          ').concat(' || :')), 'problem', '|| :'],
    [
      'PowerShell goes on',
      changed(LINT, 'shell: pwsh\n        run: |\n          npx closeout lint --base origin/main\n          echo done'),
      'problem',
      '; echo done',
    ],
    ['Azure goes on', changed('npx closeout lint --base origin/main', 'npx closeout lint --base origin/main; exit 0', AZURE), 'problem', '; exit 0'],
    [
      'errors off',
      changed(LINT, 'run: |\n          set +e\n          npx closeout lint \\\n            --base origin/main\n          echo done'),
      'problem',
      '; echo done',
    ],
    ['a pipe', changed(LINT, `${LINT} | tee lint.txt`), 'problem', 'set -o pipefail'],
    ['an if around it', changed(LINT, 'run: |\n          if npx closeout lint --base origin/main; then echo fine; fi'), 'unknown', 'stand alone'],
    ['shown and not run', changed(LINT, 'run: echo npx closeout lint --base origin/main'), 'unknown', 'echo npx'],
    ['behind a test', changed(LINT, 'run: test -n "$X" && npx closeout lint --base origin/main'), 'unknown', 'test -n'],
    ['inside a text', changed(LINT, 'run: export SAID="$(npx closeout lint --base origin/main)"'), 'unknown', 'export SAID'],
    ['in an if', changed(LINT, 'run: |\n          if [ -n "$X" ]; then\n            npx closeout lint --base origin/main\n          fi'), 'unknown', 'if [ -n'],
    ['after the end', changed(LINT, 'run: |\n          exit 0\n          npx closeout lint --base origin/main'), 'unknown', 'exit 0'],
    ['a trap', changed(LINT, "run: |\n          trap 'exit 0' EXIT\n          npx closeout lint --base origin/main"), 'unknown', 'trap'],
    ['in the background', changed(LINT, `${LINT} & sleep 9`), 'problem', '&'],
    [
      'a shell that goes on',
      changed(LINT, 'shell: bash {0}\n        run: |\n          npx closeout lint --base origin/main\n          echo done'),
      'problem',
      '; echo done',
    ],
    ['its own base', changed(LINT, 'run: npx closeout lint --base HEAD'), 'problem', 'with itself'],
    ['its own commit', changed(LINT, 'run: npx closeout lint --base "origin/$GITHUB_HEAD_REF"'), 'problem', 'with itself'],
    ['or something', changed(LINT, `${LINT} || ./mend.sh`), 'unknown', '|| ./mend.sh'],
    ['GitLab', changed('gate:\n', 'gate:\n  allow_failure: true\n', GITLAB), 'problem', 'allow_failure'],
    ['GitLab by hand', changed('gate:\n', 'gate:\n  when: manual\n', GITLAB), 'problem', 'Let it run by itself'],
    ['GitLab or true', changed(CALL, `${CALL} || true`, GITLAB), 'problem', '|| true'],
    ['Azure', changed('  - script', '  - continueOnError: true\n    script', AZURE), 'problem', 'continueOnError'],
  ],
  'gate-always': [
    ['a condition', changed('if: github.event.pull_request', "if: github.actor != 'tlee'"), 'unknown', "github.actor != 'tlee'"],
    ['of the job', changed('runs-on:', 'if: github.event.pull_request.draft == false\n    runs-on:'), 'unknown', 'draft'],
    ['another job', changed('runs-on:', 'needs: test\n    runs-on:'), 'warning', 'the job "test"'],
    ['Azure', changed('  - script', '  - condition: eq(1, 2)\n    script', AZURE), 'unknown', 'eq(1, 2)'],
  ],
  'gate-has-history': [
    ['one commit', changed('        with: { fetch-depth: 0 }\n', ''), 'problem', 'fetch-depth: 0'],
    ['fifty commits', changed('fetch-depth: 0', 'fetch-depth: 50'), 'problem', 'fetch-depth: 0'],
    ['no checkout', changed('actions/checkout@v4', 'msp/setup@v1'), 'unknown', 'how much history'],
    ['GitLab', changed('  variables: { GIT_DEPTH: "0" }\n', '', GITLAB), 'problem', 'GIT_DEPTH'],
    ['Azure', changed('    fetchDepth: 0\n', '', AZURE), 'problem', 'fetchDepth'],
  ],
  'gate-day-free': [['held', changed(LINT, `${LINT} --today 2026-11-06`), 'problem', 'Delete --today']],
  'gate-has-approvals': [['not handed in', withHouse({ config: { ...house.config, assurance: { closing: 'approved' } } }), 'problem', '--approvals FILE']],
  'timed-counted': [['nowhere', changed('      - run: npx closeout lint --timed count\n', ''), 'warning', 'once a day']],
  'check-required': [
    ['GitHub', good, 'unknown', 'Require status checks to pass" with the check "gate"'],
    ['GitLab', { ...good, forge: 'gitlab' }, 'unknown', 'Pipelines must succeed'],
    ['Azure', { ...good, forge: 'azure' }, 'unknown', 'Build validation'],
  ],
  'owners-given': [
    ['none', { ...good, owners: undefined }, 'problem', '.github/CODEOWNERS'],
    ['unreadable', { ...good, owners: { file: 'CODEOWNERS', text: '', fault: 'not UTF-8' } }, 'unknown', 'not UTF-8'],
    ['Azure', { ...good, owners: undefined, forge: 'azure' }, 'unknown', 'Automatically included reviewers'],
  ],
  'owners-cover': [
    [
      'nobody owns the checklists',
      withOwners(OWNERS.replace('/checklists/ @msp/support\n', '')),
      'problem',
      'the checklists (checklists/project-closeout.yaml)',
    ],
    ['nobody by name', withOwners(OWNERS.replace('people.yaml @msp/managers', 'people.yaml')), 'problem', 'records/people.yaml'],
    ['not the workflow', withOwners(OWNERS.replace('/.github/ @msp/managers\n', '')), 'problem', '.github/workflows/gate.yml'],
    ['a folder below', { ...good, git: { ...good.git, prefix: 'desk/' } }, 'problem', 'desk/closeout.config.yaml'],
  ],
  'owners-apart': [['one for all', withOwners('* @msp/all\n'), 'warning', 'either side may approve']],
  'owners-installs': [['not the package', withOwners(OWNERS.replace('/package*.json @msp/managers\n', '')), 'warning', 'package.json and package-lock.json']],
  'checklist-released': [
    ['none', withHouse({ checklists: [] }), 'problem', 'no checklist'],
    ['never released', withHouse({ checklists: [{ id: 'project-closeout', versions: [] }] }), 'problem', 'closeout release'],
  ],
  'schemas-there': [['missing', withHouse({ unschemed: ['project-closeout@1.1.0'] }), 'warning', 'project-closeout@1.1.0 has no schema']],
  'roles-held': [
    ['nobody in support', withHouse({ people: [person('tlee', 'lead')] }), 'problem', 'the role support'],
    [
      'no longer',
      withHouse({ people: [person('tlee', 'lead'), { ...person('jkim', 'support'), roles: [{ role: 'support', from: '2024-01-01', to: '2026-11-05' }] }] }),
      'problem',
      'support',
    ],
    [
      'one for both',
      withHouse({
        people: [
          {
            ...person('tlee', 'lead'),
            roles: [
              { role: 'lead', from: '2024-01-01' },
              { role: 'support', from: '2024-01-01' },
            ],
          },
        ],
      }),
      'problem',
      'both sides',
    ],
  ],
  'assurance-fits': [
    ['a typed name', withHouse({ config: { ...house.config, assurance: { closing: 'declared' } } }), 'warning', 'closing: sealed'],
    ['no account', withHouse({ config: { ...house.config, assurance: { closing: 'approved' } } }), 'problem', 'jkim has no account'],
  ],
  'runs-there': [['unreadable', withHouse({ runs: [{ id: 'a/b', file: 'records/projects/a/b/run.yaml' }] }), 'problem', 'records/projects/a/b/run.yaml']],
};

describe('each look of the doctor', () => {
  test('has bad cases', () => expect(Object.keys(bad).sort()).toEqual(looks.map(({ id }) => id).sort()));

  describe.each(looks)('$id', ({ id, check }) => {
    test('is silent or well where all is well', () => {
      // what only the forge knows is never well from here
      const well = id === 'check-required' ? 'unknown' : 'ok';
      for (const { standing, says } of check(good)) expect([standing, says]).toEqual([well, says]);
    });
    test.each(bad[id] ?? [])('%s', (_, facts, standing, words) => {
      const told = check(facts).find((each) => `${each.says} ${each.todo}`.includes(words));
      expect(told, JSON.stringify(check(facts))).toMatchObject({ standing, todo: expect.stringMatching(/\w/) });
    });
  });

  test.each([
    ['GitLab', withFlow(GITLAB, '.gitlab-ci.yml')],
    ['Azure', withFlow(AZURE, 'azure-pipelines.yml')],
    ['what follows a lint that stops', changed(LINT, `${LINT}; exit 0`)],
    ['a pipe in GitLab', changed(CALL, `${CALL} | tee lint.txt`, GITLAB)],
    [
      'Azure that stops',
      changed(
        'script: npx closeout lint --base origin/main',
        'bash: |\n      set -eo pipefail\n      npx closeout lint --base origin/main | tee a\n      echo done',
        AZURE,
      ),
    ],
    ['a pipe that fails', changed(LINT, `shell: bash\n        ${LINT} | tee lint.txt`)],
    [
      'another job that lints pushes',
      { ...good, workflows: [workflow(GITHUB), workflow(GITHUB.replace('pull_request:', 'push:'), '.github/workflows/push.yml')] },
    ],
    [
      'approvals handed in',
      { ...changed(LINT, `${LINT} --approvals a.json`), organisation: { ...house, config: { ...house.config, assurance: { closing: 'approved' as const } } } },
    ],
    ['a variable, a folder and a file of its output', changed(LINT, 'run: CI=1 cd desk && npx closeout lint --base origin/main > lint.txt 2>&1')],
    ['the workflow that init writes', withFlow(readFileSync(`${repository}examples/github.yml`, 'utf8'))],
    ['the workflow of this repository', withFlow(readFileSync(`${repository}.github/workflows/ci.yml`, 'utf8'))],
  ])('finds nothing wrong with a good gate: %s', (_, facts) => {
    const told = looks.filter(({ id }) => id.startsWith('gate-')).flatMap(({ check }) => check(facts));
    expect(told.filter(({ standing }) => standing !== 'ok')).toEqual([]);
    expect(told.length).toBeGreaterThan(5);
  });

  test.each([
    null,
    [],
    'text',
    { on: [1, { a: 2 }], jobs: [[[]]] },
    { jobs: { a: { steps: [null, 7, { run: ['x'] }], needs: { b: 1 } } } },
    { gate: { script: [[['a'], 1]] }, include: [[null]] },
  ])('a workflow of any shape is looked through: %j', (data) => {
    for (const file of ['.github/workflows/a.yml', '.gitlab-ci.yml', 'azure-pipelines.yml'])
      expect(
        looks
          .flatMap(({ check }) => check({ ...good, workflows: [{ file, text: '', data }] }))
          .some(({ says }) => says.includes('No workflow runs closeout lint')),
      ).toBe(true);
  });
});
