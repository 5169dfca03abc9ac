import { expect, test } from 'vitest';
import type { TextDocument } from '../linter/core/documents.ts';
import rule from '../linter/rules/no-secret.ts';

// put together here, so that nobody's scanner takes one for real
const long = 'a1B2c3D4e5'.repeat(9);

type Case = readonly [name: string, secret: string];

const cases: readonly Case[] = [
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
  ['a private key', `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----`],
  ['an AWS access key', `${'AKIA'}${'ABCD2345'.repeat(2)}`],
  ['an AWS access key', `${'ASIA'}${'ABCD2345'.repeat(2)}`],
  ...['ghp', 'gho', 'ghu', 'ghs', 'ghr', 'github_pat'].map((start): Case => ['a GitHub token', `${start}_${long}`]),
  ...['pat', 'dt', 'rt', 'cbt', 'ptt', 'ft', 'imt', 'agent', 'oas'].map((start): Case => ['a GitLab token', `gl${start}-${long}`]),
  ...['a', 'b', 'e', 'o', 'p', 'r', 's'].map((kind): Case => ['a Slack token', `xox${kind}-${long}`]),
  ['a Google API key', `${'AIza'}${long.slice(0, 35)}`],
  ['a Stripe key', `sk_${'live'}_${long}`],
  ['a Stripe key', `rk_${'live'}_${long}`],
  ['a signed token (JWT)', `eyJ${long}.eyJ${long}.${long}`],
  ['an Azure access signature', `https://store.example/box?sv=1&sig=${long}`],
  ['an Azure storage key', `DefaultEndpointsProtocol=https;AccountKey=${long}==`],
  ['an address with a password in it', `https://backup:${long.slice(0, 12)}@store.example`],
  ['an address with a password in it', `https://${long.slice(0, 80)}:${long.slice(0, 80)}@store.example`],
];

test.each(cases)('%s is found: %s', (name, secret) => {
  const found = [...rule.check({ text: `what: Said so\nlink: ${secret}\n` } as TextDocument)];
  expect(found).toMatchObject([{ messageId: 'known', data: { name } }]);
});
