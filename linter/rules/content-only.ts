import { codeIn, found } from '../core/allowed.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'content-only',
  reads: 'page',
  severity: 'error',
  firm: true,
  summary: 'A page holds words and components, and no code.',
  why: 'Anybody may propose a change to a page, and building the site would run what is in it.',
  messages: {
    import:
      'A line that begins with import or export is code, and a page holds none. Delete it: the components are there without it. If it is a sentence, begin it with another word.',
    expression: 'What stands in braces is code, and a page holds none. Delete it; for a plain brace write &#123;.',
    comment: 'A page holds no comments, except closeout-ignore, which silences a rule. Delete it.',
    html: '{tag} is HTML, and a page holds none. Write it in Markdown; for a plain < write &lt;.',
    attribute: 'The value of an attribute stands in quotes, not in braces: braces are code.',
  },
  *check({ root }) {
    for (const each of codeIn(root)) yield found(each);
  },
});
