import { once } from '../core/once.ts';
import { defineRule } from '../core/rule.ts';
import { telling } from '../core/telling.ts';
import type { Span } from '../core/text.ts';

/** Formats that their issuers document, by the name a person knows them by, each with letters that stand in all of it, and others `near` behind them: to look for those first is quick, and few files have any. */
const known: readonly { readonly name: string; readonly sign: string; readonly near?: string; readonly pattern: () => RegExp }[] = [
  { name: 'a private key', sign: 'PRIVATE KEY', pattern: () => /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----/g },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  { name: 'an AWS access key', sign: 'IA', pattern: () => /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  { name: 'a GitHub token', sign: '_', pattern: () => /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b/g },
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  { name: 'a GitLab token', sign: 'gl', pattern: () => /\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas)-[A-Za-z0-9_-]{20,}\b/g },
  // https://docs.slack.dev/authentication/tokens/
  { name: 'a Slack token', sign: 'xox', pattern: () => /\bxox[abeoprs]-[A-Za-z0-9-]{10,}\b/g },
  // https://cloud.google.com/docs/authentication/api-keys
  { name: 'a Google API key', sign: 'AIza', pattern: () => /\bAIza[0-9A-Za-z_-]{35}\b/g },
  // https://docs.stripe.com/keys
  { name: 'a Stripe key', sign: '_live_', pattern: () => /\b[rs]k_live_[0-9A-Za-z]{20,}\b/g },
  // https://datatracker.ietf.org/doc/html/rfc7519
  {
    name: 'a signed token (JWT)',
    sign: 'yJ',
    pattern: () => /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/g,
  },
  // https://learn.microsoft.com/azure/storage/common/storage-sas-overview
  { name: 'an Azure access signature', sign: 'g=', pattern: () => /[?&]sig=[A-Za-z0-9%]{40,}/g },
  // https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage
  { name: 'an Azure storage key', sign: 'AccountKey=', pattern: () => /\bAccountKey=[A-Za-z0-9+/]{80,}={0,2}/g },
  { name: 'an address with a password in it', sign: '://', near: '@', pattern: () => /:\/\/[^\s/:@"']{1,80}:[^\s/@"']{3,80}@/g },
];

const MOST = 100;
/** How names of secrets end, and what may lead to the secret itself: where there is none of these, the longer look finds nothing. */
const ENDS = ['password', 'passwd', 'passphrase', 'passcode', 'pwd', 'pw', 'pin', 'psk', 'key', 'secret', 'string'];

const NAME = String.raw`\b(?:password|passwd|passphrase|passcode|pwd|pw|pin|psk|pre-?shared key|wi-?fi key|api[ _-]?key|secret|community string)\b["']?\s*`;
/** What follows a name of a secret without being one. */
const HARMLESS = String.raw`(?!(?:in|the|not|no|none|open|kept|stored|changed|reset|rotated|unchanged|unknown|set|see|true|false|null)\b|https?:)`;
/** After a colon any word may be the secret; after "is" only what has a digit or a sign in it, for people also write prose. */
const spoken = once(() => new RegExp(String.raw`${NAME}(?:[=:]\s*["']?|is\s+["']?(?=\S{0,80}(?:\d|[!@#$%^&*+]\w)))(?=\S{4})${HARMLESS}[^\s"',;]{1,200}`, 'gi'));

export default defineRule({
  id: 'no-secret',
  reads: 'text',
  severity: 'error',
  firm: true,
  summary: 'No password, key or token stands in a file.',
  why: 'What is in git stays in git, on every machine that ever cloned it. Secrets live in the vault; files say where in it.',
  messages: {
    known:
      'This is {name}. Change it now where it is used, take it out of this file, and write where it stands in the vault instead. Deleting the line is not enough: it stays in the history.',
    looks: 'This looks like a password written out. If it is one: change it, and write where it stands in the vault instead.',
  },
  *check({ text }) {
    const told: Span[] = [];
    const isNew = ([start, end]: Span): boolean => told.every(([from, to]) => end <= from || to <= start);
    for (const { name, sign, near, pattern } of known) {
      for (const span of hasSign(text, sign, near) ? spansOf(text, pattern()) : []) {
        if (!isNew(span)) continue;
        // a file full of them is one mistake; each more costs a look at all before
        if (told.push(span) > MOST) return;
        yield { messageId: 'known', at: [], span, data: { name }, secret: true };
      }
    }
    for (const span of mayName(text) ? spansOf(text, spoken()).slice(0, MOST) : []) {
      if (isNew(span)) yield { messageId: 'looks', at: [], span, severity: 'warning', secret: true };
    }
  },
});

const mayName = telling(
  (text) => {
    const lower = text.toLowerCase();
    return ENDS.some((end) => {
      for (let at = lower.indexOf(end); at !== -1; at = lower.indexOf(end, at + 1)) if (leads(lower, at + end.length)) return true;
      return false;
    });
  },
  () => new RegExp(`(?:${ENDS.join('|')})["']?\\s*(?:[=:]|is\\s)`, 'i'),
);

/** Whether what may lead to a secret seems to stand behind a name of one. */
function leads(lower: string, behind: number): boolean {
  const quote = lower.charCodeAt(behind);
  let at = quote === 34 || quote === 39 ? behind + 1 : behind;
  for (let code = lower.charCodeAt(at); code <= 32 || code > 127; code = lower.charCodeAt(at)) at += 1;
  return lower[at] === ':' || lower[at] === '=' || lower.startsWith('is', at);
}

/** The longest way from a sign to what stands near it. */
const NEAR = 170;

function hasSign(text: string, sign: string, near = ''): boolean {
  for (let at = text.indexOf(sign); at !== -1; ) {
    const other = text.indexOf(near, at);
    if (other === -1) return false;
    if (other <= at + NEAR) return true;
    at = text.indexOf(sign, other - NEAR);
  }
  return false;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  // matchAll copies its pattern first, and most files have no match
  if (text.search(pattern) === -1) return [];
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}
