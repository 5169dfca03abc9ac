import type { Diagnostic } from '../../linter/engine.ts';
import { element } from '../components/element.ts';

/** Findings in the linter's own words, each with the page of its rule. */
export function findingRows(diagnostics: readonly Diagnostic[], home: string): HTMLElement[] {
  return diagnostics.map(({ severity, undecided, message, url, ruleId }) => {
    // what is merely open is no error of anybody
    const [word, look] = undecided ? ['undecided', severity] : ruleId === 'item-answered' ? ['open', 'info'] : [severity, severity];
    const why = element('a', { href: `${home}${url.slice(1)}`, className: 'rule-page' }, ruleId);
    return element(
      'li',
      { className: 'finding' },
      element('span', { className: `severity ${look}` }, word),
      ' ',
      element('span', { className: 'says' }, message),
      ' ',
      why,
    );
  });
}

/** Draws a list anew only where its words changed, so that nobody is read the same twice. */
export function drawRows(list: Element | null, rows: readonly HTMLElement[]): void {
  if (!list) return;
  const before = [...list.children].map((each) => each.textContent).join('\n');
  if (before !== rows.map((each) => each.textContent).join('\n')) list.replaceChildren(...rows);
}
