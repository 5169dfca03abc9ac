import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'unique-record-ids',
  reads: 'library',
  severity: 'error',
  summary: 'No two people, no two customers and no two sites of a customer share an id.',
  why: 'Two people with one id could sign for each other.',
  messages: { twice: 'The id "{id}" stands here a second time. Give each {what} an id of its own.' },
  *check({ people, customers }) {
    for (const at of repeated(people?.data ?? []))
      yield { messageId: 'twice', at: [at.index, 'id'], file: people?.file ?? '', data: { id: at.id, what: 'person' } };
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
