import { type Diagnostic, spanOf } from '../../linter/engine.ts';
import { keyOf, type Part, type Question } from './facts.ts';
import type { Judged } from './judge.ts';

/** What stands beside one item: it is merely open, and what the linter says of its answer. */
export interface Beside {
  readonly open: boolean;
  readonly found: readonly Diagnostic[];
}

/** Findings by where they are shown: beside the item that they are about, or by themselves. */
export interface Placed {
  of(question: Question): Beside;
  readonly besides: readonly Diagnostic[];
}

/** Puts each finding beside its item, where the page shows that item. */
export function placed({ diagnostics, document }: Pick<Judged, 'diagnostics' | 'document'>, shown: readonly Question[]): Placed {
  const known = new Map(shown.map((each) => [keyOf(each), { open: false, found: [] as Diagnostic[] }]));
  const spans = document ? shown.map((each) => [each, spanOf(document.places(), [each.part, each.item])] as const) : [];
  const besides: Diagnostic[] = [];
  for (const each of diagnostics) {
    const question = questionOf(each) ?? spans.find(([own, [start, end]]) => within(each, start, end) && documentHas(own))?.[0];
    const row = question && known.get(keyOf(question));
    if (!row || (document && each.file !== document.file)) besides.push(each);
    else if (isMerelyOpen(each)) row.open = true;
    else row.found.push(each);
  }
  return { of: (question) => known.get(keyOf(question)) ?? { open: false, found: [] }, besides };

  function documentHas({ part, item }: Question): boolean {
    return document?.places().inside?.get(part)?.inside?.has(item) ?? false;
  }
}

function questionOf(diagnostic: Diagnostic): Question | undefined {
  const { item, path, ruleId } = diagnostic;
  if (item === undefined) return undefined;
  const part: Part = path[0] === 'settled' || ruleId === 'waiver-settled' ? 'settled' : 'answers';
  return { part, item };
}

/** A secret is found in the text: its place alone says whose it is. */
function within({ range }: Diagnostic, start: number, end: number): boolean {
  return range.start.offset >= start && range.end.offset <= end;
}

/** Not wrong, only not done yet. */
function isMerelyOpen({ ruleId, path }: Diagnostic): boolean {
  return ruleId === 'item-answered' || (ruleId === 'waiver-settled' && path[0] === 'answers');
}
