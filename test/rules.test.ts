import { describe, expect, test } from 'vitest';
import { casesOf, casesRules, lintCase } from './case.ts';

describe.each(casesRules())('%s', (rule) => {
  const cases = casesOf(rule);
  test.each(cases.filter((each) => !each.good))('$name', async (each) => {
    const { output, diagnostics } = lintCase(each);
    expect(diagnostics.map((diagnostic) => diagnostic.ruleId)).toContain(rule);
    await expect(output).toMatchFileSnapshot(each.golden);
  });
  test.each(cases.filter((each) => each.good))('$name', (each) => {
    const found = lintCase(each).diagnostics.filter((diagnostic) => diagnostic.ruleId === rule || diagnostic.severity === 'error');
    expect(found).toEqual([]);
  });
});
