import type { Diagnostic } from '../core/rule.ts';
import { inertJson, oneLine } from './escape.ts';
import { fingerprints } from './fingerprint.ts';
import { clipped, counted, type Format, grouped, shown, worst } from './format.ts';

// a merge request shows some hundreds; more makes it slow to open
const MOST = 5000;

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: the worst 5,000 findings, and one more that says so. */
export const gitlab: Format = (outcome, view) => {
  const { way = '' } = view;
  const printOf = fingerprints(outcome, view);
  const all = shown(outcome, view);
  const entries = worst(all, MOST).map((each) => ({
    description: clipped(oneLine(each.message), 1000),
    check_name: oneLine(each.ruleId),
    fingerprint: printOf(each),
    severity: severityOf(each),
    location: { path: oneLine(`${way}${each.file}`), lines: { begin: each.range.start.line } },
  }));
  const config = oneLine(`${way}closeout.config.yaml`);
  if (outcome.undecided !== undefined) entries.push(note(config, `Could not decide: ${oneLine(outcome.undecided)}`, 'undecided', 'blocker'));
  if (all.length > MOST) entries.push(note(config, `Shown are the worst ${grouped(MOST)} of ${counted(all.length, 'finding')}.`, 'more', 'info'));
  return inertJson(entries);
};

function severityOf({ severity, undecided }: Diagnostic): string {
  if (undecided) return 'blocker';
  return severity === 'error' ? 'critical' : severity === 'warning' ? 'minor' : 'info';
}

/** Something about the check as a whole: GitLab has a place for findings only, so it stands at the config. */
function note(config: string, description: string, about: string, severity: string) {
  const location = { path: config, lines: { begin: 1 } };
  return { description, check_name: 'closeout', fingerprint: `closeout-${about}`, severity, location };
}
