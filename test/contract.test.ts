import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkList, rules } from '../linter/engine.ts';
import { runRules } from '../linter/rules/runs.ts';
import { generate } from '../schemas/generate.ts';
import { casesOf, casesRules } from './case.ts';

const all = [...rules, ...checkList];

/** The messages of a rule in what the command says: `  20:11  info  The message.  the-rule`. */
function saidBy(id: string, output: string): readonly string[] {
  const lines = output.split('\n').filter((line) => line.endsWith(`  ${id}`));
  return lines.map((line) => line.slice(0, -id.length - 2).replace(/^ *\d+:\d+ +\w+ +/, ''));
}

describe.each(all)('$id', ({ id, messages, summary, why }) => {
  test('has a file of its name, if it is a rule', () => {
    const isRule = rules.some((rule) => rule.id === id);
    expect(existsSync(`linter/rules/${id}.ts`)).toBe(isRule);
  });

  test('has ok cases, and a bad case with its golden output for each message', () => {
    const cases = casesOf(id);
    expect(
      cases.some((each) => each.good),
      `test/cases/${id} has no ok- case`,
    ).toBe(true);
    for (const each of cases)
      if (!each.good) expect(existsSync(each.golden), `${each.golden} is missing; run npm test -- -u and read what it wrote`).toBe(true);
    // rules.test.ts holds what is said against these
    const said = cases.filter((each) => !each.good).flatMap((each) => saidBy(id, readFileSync(each.golden, 'utf8')));
    for (const [messageId, message] of Object.entries(messages)) {
      const pattern = patternOf(message);
      expect(
        said.some((text) => pattern.test(text)),
        `no bad case of ${id} says "${messageId}"`,
      ).toBe(true);
    }
  });

  test('says what it wishes in one sentence, and what would be right', () => {
    expect(summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(why).toMatch(/\.$/);
    for (const message of Object.values(messages)) expect(message).toMatch(/[.?}]$/);
  });
});

test('every file in linter/rules is in its list, every folder of cases has its rule', () => {
  const files = readdirSync('linter/rules')
    .filter((name) => name !== 'index.ts' && name !== 'runs.ts')
    .map((name) => name.replace('.ts', ''));
  expect(files.sort()).toEqual(rules.map((rule) => rule.id).sort());
  expect(all.map((each) => each.id)).toEqual(expect.arrayContaining([...casesRules()]));
});

test('whatever judges a run or a text stands where a lint of runs looks for it', () => {
  expect(runRules).toEqual(rules.filter(({ reads }) => reads === 'run' || reads === 'text'));
});

test('ids are unique', () => {
  const ids = all.map((each) => each.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is generated from the schemas is what the schemas say', async () => {
  for (const [path, text] of await generate()) expect(readFileSync(path, 'utf8') === text, `${path} is behind its schema: run npm run generate`).toBe(true);
});

/** A message with its slots open. */
function patternOf(message: string): RegExp {
  const parts = message.split(/\{\{|\}\}|\{\w+\}/);
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}
