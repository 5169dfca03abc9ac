import type { Facts, OrganisationFacts, Workflow } from '../linter/organisation/doctor/facts.ts';
import { readYaml } from '../linter/parse/yaml.ts';

// A repository in which nothing is wrong, as the facts that the doctor looks at, and ways to break it.

export const GITHUB = `name: gate
on:
  pull_request:
  schedule: [{ cron: "0 6 * * *" }]
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - if: github.event.pull_request
        run: npx closeout lint --base "origin/$BASE" --format github
      - run: npx closeout lint --timed count
`;

export const GITLAB = `gate:
  variables: { GIT_DEPTH: "0" }
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx closeout lint --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
`;

export const AZURE = `pr: [main]
steps:
  - checkout: self
    fetchDepth: 0
  - script: npx closeout lint --base origin/main
`;

export const OWNERS = `/records/ @msp/projects
/checklists/ @msp/support
/records/projects/**/signoff.*.support.yaml @msp/support
/records/people.yaml @msp/managers
/closeout.config.yaml @msp/managers
/.github/ @msp/managers
/package*.json @msp/managers
`;

/** Stretches of these files, to be changed. */
export const LINT = 'run: npx closeout lint --base "origin/$BASE" --format github';
export const RULES = '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n';
export const CALL = 'npx closeout lint --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"';

/** All that Closeout reads, as a filter of GitHub. */
export const READ = 'records/**, checklists/**, closeout.config.yaml, site/content/**, schemas/**';

export function workflow(text: string, file = '.github/workflows/gate.yml'): Workflow {
  const { data, faults } = readYaml(text);
  return faults ? { file, text, fault: faults[0]?.ruleId } : { file, text, data };
}

export const person = (id: string, role: 'lead' | 'support', account?: string) => ({
  id,
  name: id,
  roles: [{ role, from: '2024-01-01' }],
  ...(account ? { account } : {}),
});

export const house: OrganisationFacts = {
  config: { organisation: 'Harbour IT', zone: 'America/New_York' },
  today: '2026-11-06',
  people: [person('tlee', 'lead'), person('jkim', 'support')],
  checklists: [{ id: 'project-closeout', versions: ['1.1.0', '1.0.0'] }],
  unschemed: [],
  runs: [{ id: 'northwind/office-move', file: 'records/projects/northwind/office-move/run.yaml', state: 'closing' }],
};

export const good: Facts = {
  node: '24.4.1',
  forge: 'github',
  git: {
    installed: true,
    inside: true,
    shallow: false,
    remotes: [{ name: 'origin', url: 'https://git.example/msp/closeout' }],
    base: 'origin/main',
    shares: true,
    prefix: '',
    evidence: 'unset',
  },
  workflows: [workflow(GITHUB)],
  otherCi: [],
  owners: { file: '.github/CODEOWNERS', text: OWNERS },
  installs: ['package.json', 'package-lock.json'],
  organisation: house,
};

export const withGit = (git: Partial<Facts['git']>): Facts => ({ ...good, git: { ...good.git, ...git } });
export const withHouse = (more: Partial<OrganisationFacts>): Facts => ({ ...good, organisation: { ...house, ...more } });
export const withFlow = (text: string, file?: string): Facts => ({ ...good, workflows: [workflow(text, file)] });
export const withOwners = (text: string): Facts => ({ ...good, owners: { file: '.github/CODEOWNERS', text } });

/** The good workflow with one stretch of it changed. */
export function changed(before: string, after: string, text = GITHUB): Facts {
  if (!text.includes(before)) throw new Error(`the workflow should hold ${before}`);
  return withFlow(text.replace(before, after), text === GITLAB ? '.gitlab-ci.yml' : text === AZURE ? 'azure-pipelines.yml' : undefined);
}
