import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { looks } from '../linter/organisation/doctor/index.ts';
import { AZURE, CALL, changed, GITHUB, GITLAB, good, house, LINT, RULES, withFlow, workflow } from './doctor-facts.ts';
import { repository } from './organisation.ts';

const DOCS_RULES = `    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH`;

test.each([
  ['GitLab', withFlow(GITLAB, '.gitlab-ci.yml')],
  ['Azure', withFlow(AZURE, 'azure-pipelines.yml')],
  ['main among the branches', changed('pull_request:', 'pull_request: { branches: ["release/**", "ma*"] }')],
  ['other branches left out', changed('pull_request:', 'pull_request: { branches-ignore: ["renovate/**"] }')],
  [
    'GitLab, all that Closeout reads',
    changed(
      'merge_request_event"\n',
      'merge_request_event"\n      changes: { paths: [records/**/*, checklists/**/*, closeout.config.yaml, site/content/**/*, schemas/**/*] }\n',
      GITLAB,
    ),
  ],
  ['GitLab, the rules of its docs', withFlow(`workflow:\n  rules:\n${DOCS_RULES}\n${GITLAB.replace(RULES, '')}`, '.gitlab-ci.yml')],
  ['GitLab, a list of old', changed(RULES, '  only: [merge_requests, main]\n  except: [schedules, tags]\n', GITLAB)],
  ['GitLab, branches', changed(RULES, '', GITLAB)],
  ['GitLab, a rule for another pipeline first', changed('    - if', '    - { if: $CI_COMMIT_TAG, when: never }\n    - if', GITLAB)],
  ['Azure, all folders', changed('pr: [main]', 'pr: { paths: { include: ["*"], exclude: [README.md] } }', AZURE)],
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
