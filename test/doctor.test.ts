import { describe, expect, test } from 'vitest';
import type { Facts, Standing } from '../linter/organisation/doctor/facts.ts';
import { examine, looks } from '../linter/organisation/doctor/index.ts';
import { AZURE, CALL, changed, GITLAB, good, house, LINT, OWNERS, person, READ, RULES, withFlow, withGit, withHouse, withOwners } from './doctor-facts.ts';

const withPrefix = (facts: Facts): Facts => ({ ...facts, git: { ...facts.git, prefix: 'desk/' } });

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
    ['GitLab, another rule', changed('merge_request_event', 'schedule', GITLAB), 'problem', 'merge_request_event'],
    ['Azure, a policy', changed('pr: [main]\n', '', AZURE), 'unknown', 'build validation policy'],
    ['Azure, none', changed('pr: [main]\n', 'pr: none\n', AZURE), 'problem', 'pr: in the file'],
  ],
  'gate-not-filtered': [
    ['paths', changed('pull_request:', 'pull_request: { paths: [records/**] }'), 'problem', 'records/**'],
    ['paths left out', changed('pull_request:', 'pull_request: { paths-ignore: ["**.md"] }'), 'problem', 'paths-ignore'],
    ['paths that hold all', changed('pull_request:', `pull_request: { paths: [${READ}] }`), 'warning', 'leaves every other request waiting'],
    ['all but the people', changed('pull_request:', `pull_request: { paths: [${READ}, "!records/people.yaml"] }`), 'problem', 'records/people.yaml'],
    ['paths below another folder', withPrefix(changed('pull_request:', `pull_request: { paths: [${READ}] }`)), 'problem', 'desk/records'],
    ['paths left out that nobody reads', changed('pull_request:', 'pull_request: { paths-ignore: [README.md] }'), 'warning', 'waiting'],
    ['paths that nobody can tell', changed('pull_request:', 'pull_request: { paths: ["[rcs]*/**"] }'), 'unknown', 'could not be told'],
    [
      'paths of a trusting trigger',
      changed('pull_request:', 'pull_request_target: { paths: [records/**] }'),
      'problem',
      'leaves out requests that change checklists',
    ],
    ['other branches', changed('pull_request:', 'pull_request: { branches: [release] }'), 'problem', 'Let main through'],
    ['main taken out again', changed('pull_request:', 'pull_request: { branches: ["*", "!main"] }'), 'problem', 'Let main through'],
    ['main left out', changed('pull_request:', 'pull_request: { branches-ignore: [main] }'), 'problem', 'Let main through'],
    ['a pattern', changed('pull_request:', 'pull_request: { branches: ["m[ae]in"] }'), 'unknown', 'm[ae]in'],
    ['no base', { ...changed('pull_request:', 'pull_request: { branches: [main] }'), git: { ...good.git, base: undefined } }, 'unknown', 'branches:'],
    ['GitLab', changed('merge_request_event"\n', 'merge_request_event"\n      changes: [records/**/*]\n', GITLAB), 'problem', 'changes:'],
    ['GitLab, but one level', changed('merge_request_event"\n', 'merge_request_event"\n      changes: ["**"]\n', GITLAB), 'problem', 'records/projects'],
    ['GitLab, the pipeline', withFlow(`workflow: { rules: [{ changes: [docs/**/*] }] }\n${GITLAB}`, '.gitlab-ci.yml'), 'problem', 'docs/**/*'],
    ['GitLab, a change that ends it', changed('    - if', '    - { changes: [docs/**/*], when: never }\n    - if', GITLAB), 'problem', 'when: never'],
    ['GitLab, only', changed(RULES, '  only: { refs: [merge_requests], changes: [records/**/*] }\n', GITLAB), 'problem', 'checklists/'],
    ['GitLab, except', changed(RULES, '  only: [merge_requests]\n  except: { changes: [docs/**/*] }\n', GITLAB), 'problem', 'except: changes'],
    ['Azure', changed('pr: [main]', 'pr: { paths: { include: [records] } }', AZURE), 'problem', 'checklists/'],
    ['Azure, left out', changed('pr: [main]', 'pr: { paths: { include: ["*"], exclude: [site/content/docs] } }', AZURE), 'problem', 'site/content/docs'],
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
    [
      'GitLab, a label',
      changed('merge_request_event"', 'merge_request_event" && $CI_MERGE_REQUEST_LABELS =~ /gate/', GITLAB),
      'unknown',
      'CI_MERGE_REQUEST_LABELS',
    ],
    ['GitLab, what ends it', changed('    - if', '    - { if: $SKIP_GATE, when: never }\n    - if', GITLAB), 'unknown', 'not $SKIP_GATE'],
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
});

test.each([
  ['the gate is here', good, true],
  ['there surely is none', { ...good, workflows: [] }, true],
  ['it may lie elsewhere', { ...good, workflows: [], otherCi: ['Jenkinsfile'] }, false],
  ['no git', withGit({ inside: false }), false],
])('whether enough could be seen: %s', (_, facts, decided) => {
  expect(examine(facts).decided).toBe(decided);
});
