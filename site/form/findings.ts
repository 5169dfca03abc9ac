import type { Diagnostic } from '../../linter/engine.ts';
import { element } from '../components/element.ts';

/** Findings in the linter's own words, each with the page of its rule. */
export function findingRows(diagnostics: readonly Diagnostic[], home: string): HTMLElement[] {
  return diagnostics.map((diagnostic) => {
    const { message, url, ruleId } = diagnostic;
    const { word, look } = lookOf(diagnostic);
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

/** The word before a finding, and what it looks like. */
export function lookOf({ severity, undecided, ruleId }: Diagnostic): { readonly word: string; readonly look: string } {
  if (undecided) return { word: 'undecided', look: severity };
  // what is merely open is no error of anybody
  return ruleId === 'item-answered' ? { word: 'open', look: 'info' } : { word: severity, look: severity };
}

/** Draws a list anew only where its words changed, so that nobody is read the same twice. */
export function drawRows(list: Element | null, rows: readonly HTMLElement[]): void {
  if (!list) return;
  const before = [...list.children].map((each) => each.textContent).join('\n');
  if (before !== rows.map((each) => each.textContent).join('\n')) list.replaceChildren(...rows);
}
