import { found, spanOfAddress, unsafeIn } from '../core/allowed.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'safe-link',
  reads: 'page',
  severity: 'error',
  firm: true,
  summary: 'A link leads to a page of the site, to https, to an e-mail address or to a phone number.',
  why: 'Any other address can run something in the reader’s browser, or is read along the way.',
  messages: {
    scheme: 'A link may not begin with {scheme}. It begins with / inside the site, or with https:, mailto: or tel:.',
    picture: 'A picture lies in the site itself: the page loads nothing from elsewhere. Put it into site/public and begin its address with /.',
  },
  *check({ root, text }) {
    for (const each of unsafeIn(root)) yield { ...found(each), span: spanOfAddress(each.node, text) };
  },
});
