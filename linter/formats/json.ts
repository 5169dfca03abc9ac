import { type Format, shown } from './format.ts';

/** For programs: version 1 of a shape of its own. `complete` comes last: without it the output was cut. */
export const json: Format = (outcome, view) => {
  const { today, sample, verdicts, checked, notes } = outcome;
  const text = JSON.stringify(
    {
      format: 'closeout-lint',
      version: 1,
      today,
      sample,
      checked,
      notes: notes ?? [],
      runs: verdicts,
      diagnostics: shown(outcome, view).map((each) => ({
        ruleId: each.ruleId,
        severity: each.severity,
        message: each.message,
        file: each.file,
        range: each.range,
        path: each.path,
        item: each.item,
        pending: each.pending,
        undecided: each.undecided,
        url: each.url,
        fix: each.fix,
        suggestions: each.suggestions,
        stales: each.stales,
      })),
      complete: true,
    },
    null,
    2,
  );
  // CI runners obey ##[command] anywhere in a line; in JSON the bracket can be written as its code
  return `${text.replaceAll('##[', '##\\u005b')}\n`;
};
