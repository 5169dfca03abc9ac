import type { LibraryDocument } from '../core/documents.ts';
import { defineRule, type Finding } from '../core/rule.ts';

export default defineRule({
  id: 'unique-record-ids',
  reads: 'library',
  severity: 'error',
  summary: 'No two people, no two customers and no two sites of a customer share an id, and no two people an account.',
  why: 'Two people with one id could sign for each other.',
  messages: {
    twice: 'The id "{id}" stands here a second time. Give each {what} an id of its own.',
    account: '"{account}" is the account of {other} already. One account is one person: correct one of the two, or delete the entry that is too many.',
  },
  *check({ people, customers }) {
    for (const at of repeated(people?.data ?? []))
      yield { messageId: 'twice', at: [at.index, 'id'], file: people?.file ?? '', data: { id: at.id, what: 'person' } };
    yield* sharedAccounts(people);
    for (const at of repeated(customers?.data ?? []))
      yield { messageId: 'twice', at: [at.index, 'id'], file: customers?.file ?? '', data: { id: at.id, what: 'customer' } };
    for (const [index, customer] of (customers?.data ?? []).entries()) {
      for (const at of repeated(customer?.sites ?? [])) {
        yield { messageId: 'twice', at: [index, 'sites', at.index, 'id'], file: customers?.file ?? '', data: { id: at.id, what: 'site' } };
      }
    }
  },
});

function* repeated(entries: readonly ({ readonly id: string } | undefined)[]): Iterable<{ id: string; index: number }> {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (!entry) continue;
    if (seen.has(entry.id)) yield { id: entry.id, index };
    seen.add(entry.id);
  }
}

/** Two people with one account could sign for each other; the forge does not tell small letters from capitals. */
function* sharedAccounts(people: LibraryDocument['people']): Iterable<Finding<'account'>> {
  const owners = new Map<string, string>();
  for (const [index, person] of (people?.data ?? []).entries()) {
    const account = person?.account?.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (!person || account === undefined) continue;
    const other = owners.get(account);
    if (other !== undefined) yield { messageId: 'account', at: [index, 'account'], file: people?.file ?? '', data: { account: person.account, other } };
    else owners.set(account, person.name);
  }
}
