import type { Facts, Look, Told } from './facts.ts';
import { houseLooks } from './house.ts';
import { machineLooks } from './machine.ts';
import { ownerLooks } from './owners.ts';
import { workflowLooks } from './workflow.ts';

/** Every look at the set-up, in the order in which one would mend it. */
export const looks: readonly Look[] = [...machineLooks, ...workflowLooks, ...ownerLooks, ...houseLooks];

/** One line of the doctor's report. */
export interface Row extends Told {
  readonly id: string;
}

/** Looks at everything: what was found, and whether enough could be seen to say anything. */
export function examine(facts: Facts): { readonly rows: readonly Row[]; readonly decided: boolean } {
  const rows = looks.flatMap(({ id, check }) => check(facts).map((told) => ({ id, ...told })));
  const gate = rows.filter(({ id }) => id === 'gate-there').map(({ standing }) => standing);
  // a gate that nobody saw may be none
  const isSeen = gate.includes('ok') || !gate.includes('unknown');
  return { rows, decided: facts.organisation !== undefined && facts.git.inside && isSeen };
}
