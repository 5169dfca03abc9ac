import type { Diagnostic } from '../core/rule.ts';
import { inertJson } from './escape.ts';
import { type Format, shown } from './format.ts';

/** For programs: version 1 of the shape in schemas/published/lint.schema.json. `complete` comes last: without it the output was cut. */
export const json: Format = (outcome, view) => {
  const { today, sample, verdicts, checked, notes, undecided, suppressed = [] } = outcome;
  return inertJson({
    format: 'closeout-lint',
    version: 1,
    today,
    sample,
    undecided,
    checked,
    notes: notes ?? [],
    runs: verdicts,
    diagnostics: shown(outcome, view).map(entry),
    suppressed: suppressed.map(({ diagnostic, reason }) => ({ ...entry(diagnostic), reason })),
    complete: true,
  });
};

function entry(each: Diagnostic) {
  const { ruleId, severity, message, file, range, path, item, pending, undecided, url, fix, suggestions, stales } = each;
  return { ruleId, severity, message, file, range, path, item, pending, undecided, url, fix, suggestions, stales };
}
