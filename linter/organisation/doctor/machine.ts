import { type Look, ok, problem, type Told, unknown, warning } from './facts.ts';

/** Node, the config and git: what the linter stands on. */
export const machineLooks: readonly Look[] = [
  {
    id: 'node-new-enough',
    check({ node }) {
      if (node === undefined) return [unknown('Which Node runs this is not known.', 'Look with node --version: 22.12 or newer.')];
      const [major = 0, minor = 0] = node.split('.').map(Number);
      const old = major < 22 || (major === 22 && minor < 12);
      return [old ? problem(`This is Node ${node}.`, 'Install Node 22.12 or newer.') : ok(`Node ${node}.`)];
    },
  },
  {
    id: 'config-readable',
    check: ({ fault, organisation }) => [
      fault === undefined
        ? ok(`The config can be read; days are counted in ${organisation?.config.zone}.`)
        : problem(`The config cannot be used: ${fault}`, 'Put it right first. What hangs on it could not be looked at.'),
    ],
  },
  {
    id: 'day-not-held',
    check({ organisation }) {
      if (!organisation) return [];
      const { today } = organisation.config;
      if (today === undefined) return [ok(`Today is ${organisation.today}.`)];
      return [problem(`The sample's day stands still: it is ${today} for ever, so nothing runs out.`, 'Delete the line "today" in closeout.config.yaml.')];
    },
  },
  {
    id: 'git-there',
    check({ git }) {
      if (!git.installed) return [problem('Git is not installed.', 'Install git: without it no change can be compared with its base.')];
      if (git.fault !== undefined) return [problem(`Git refuses to look at this folder: ${git.fault}`, 'Do what it says, then run this again.')];
      if (!git.inside) return [problem('This folder is in no git repository.', 'Put it into one: git init, and push it to your forge.')];
      return [ok('The folder is in a git repository.')];
    },
  },
  {
    id: 'history-whole',
    check: ({ git }) =>
      git.inside
        ? [
            git.shallow
              ? problem('The clone is shallow: a part of the history is missing.', 'Fetch it: git fetch --unshallow')
              : ok('The whole history is here.'),
          ]
        : [],
  },
  {
    id: 'remote-there',
    check({ git: { inside, remotes } }) {
      if (!inside) return [];
      const [first] = remotes;
      if (!first) return [problem('The repository has no remote.', 'Push it to a forge: only there a red check can keep a pull request from being merged.')];
      return [ok(`The remote ${first.name} is ${withoutSecret(first.url)}.`)];
    },
  },
  { id: 'base-known', check: ({ git }) => (git.inside ? [baseTold(git)] : []) },
  {
    id: 'evidence-kept',
    check({ git: { inside, evidence, prefix } }) {
      if (!inside) return [];
      if (evidence === 'unset') return [ok('Git leaves the bytes of evidence as they are.')];
      const todo = `Add a line to .gitattributes: ${prefix}records/**/evidence/** -text`;
      if (evidence === undefined) return [unknown('What git does to evidence files could not be asked.', todo)];
      return [problem('Git may change the line ends of evidence, and a changed file makes its signature stale.', todo)];
    },
  },
];

function baseTold({
  base,
  shares,
  remotes,
}: {
  readonly base?: string | undefined;
  readonly shares?: boolean | undefined;
  readonly remotes: readonly unknown[];
}): Told {
  if (base === undefined)
    return warning(
      'It is not known which branch changes are compared with.',
      remotes.length > 0 ? 'Run git remote set-head origin --auto, or name the branch: closeout lint --base origin/main' : 'Name it: closeout lint --base main',
    );
  if (shares === false) return problem(`This branch and ${base} share no commit.`, `Fetch the whole history, or name another base.`);
  return ok(`Changes can be compared with ${base}.`);
}

/** An address may hold a name and a password. */
function withoutSecret(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
