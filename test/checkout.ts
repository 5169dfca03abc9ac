import { type Approval, closing, commit, head, RUN } from './closing.ts';
import { type Organisation, organisation } from './organisation.ts';
import { type Runner, runner } from './workflow.ts';

/** A checkout of a house's branch as CI makes it: a clone of a bare remote, which is gone when the test ends. */
export function checkout(
  house: Organisation,
  { depth = [], own = false }: { depth?: readonly string[]; own?: boolean } = {},
): Runner & { readonly git: Organisation['git'] } {
  house.git('clone', '-q', '--bare', '.', '.git/remote.git');
  house.git(
    'clone',
    '-q',
    '--no-single-branch',
    ...depth,
    '--branch',
    head(house) === head(house, 'main') ? 'main' : 'change',
    `file://${house.root}/.git/remote.git`,
    '.git/checkout',
  );
  const { root, git } = organisation(`${house.root}/.git/checkout`);
  return { ...runner(root, own), git };
}

/** What GitHub says of reviews, in pages. */
export function reviewed(on: Runner, ...approvals: readonly Approval[]): void {
  const said = approvals.map(({ account, commit: of, state }) => ({
    user: { login: account },
    commit_id: of,
    state: state.toUpperCase(),
    submitted_at: '2026-11-06T14:00:00Z',
  }));
  // who was deleted has no name; a second page is asked for too
  on.answer('repos/acme/closeout/pulls/12/reviews', [[{ user: null, commit_id: 'x', state: 'COMMENTED' }], said]);
}

/** A pull request against main, as `github` tells a step of it. */
export const pull = { event_name: 'pull_request', event: { pull_request: { number: 12, base: { ref: 'main' } } } };

/** A branch that closes a project of which one item is still open. */
export async function tooEarly(): Promise<Organisation> {
  const house = await closing();
  house.edit(RUN, 'printer-docs: { done: 2026-11-05, by: tlee, note: Two printers in the wiki }', 'printer-docs: open');
  commit(house);
  return house;
}

/** A branch that touches no run. */
export async function elsewhere(): Promise<Organisation> {
  const house = await closing();
  house.git('checkout', '-qB', 'change', 'main');
  house.write('README.md', 'Who we are.\n');
  commit(house);
  return house;
}
