import { defineRule } from '../core/rule.ts';
import { meant, sureIf } from '../core/suggest.ts';
import { isPlaceholder } from './no-placeholder.ts';

export default defineRule({
  id: 'known-customer',
  reads: 'run',
  severity: 'error',
  summary: 'The customer of a run, and each site it names, are on the list of customers.',
  why: 'A tech finds the project by the customer who calls; under another name it is not found.',
  messages: {
    unknown: 'No customer in records/customers.yaml has the id "{id}". Add the customer there, or correct the id.',
    list: 'records/customers.yaml names nobody, or cannot be read, so the customer could not be checked. Put it right first.',
    unfit: 'The entry of "{id}" in records/customers.yaml has a mistake, so the customer could not be checked. Put it right first.',
    typo: 'No customer in records/customers.yaml has the id "{id}". Did you mean "{suggestion}"?',
    folder: 'This run names the customer "{id}" but lies in the folder of "{folder}". Make the two agree.',
    site: '"{site}" is not a site of {customer}. Its sites are: {known}.',
  },
  *check({ run, customers, id }) {
    const customer = run.project?.customer;
    const known = customers.get(customer ?? '');
    if (!customer || (!known && isPlaceholder(customer))) return;
    if (customers.size === 0) {
      yield { messageId: 'list', at: ['project', 'customer'], undecided: true };
      return;
    }
    // its sites may be what was left out
    const isAsked = !known || (!known.sites && run.engagements?.some((each) => each?.site));
    if (isAsked && customers.unfit?.has(customer)) {
      yield { messageId: 'unfit', at: ['project', 'customer'], data: { id: customer }, undecided: true };
      return;
    }
    const folder = id.split('/')[0] ?? '';
    if (!known) {
      const { suggestion, instead } = meant(customer, customers.keys());
      const data = { id: customer, suggestion };
      // of two customers with like names the folder says which
      yield { messageId: suggestion ? 'typo' : 'unknown', at: ['project', 'customer'], data, instead: sureIf(instead, suggestion === folder) };
    } else if (folder !== customer) {
      yield { messageId: 'folder', at: ['project', 'customer'], data: { id: customer, folder } };
    }
    // under the wrong customer every site is wrong too
    if (!known || folder !== customer) return;
    for (const [index, engagement] of (run.engagements ?? []).entries()) {
      if (!engagement?.site || known.sites?.some((site) => site?.id === engagement.site)) continue;
      const sites = known.sites?.filter(Boolean).map((site) => site.id) ?? [];
      const data = { site: engagement.site, customer: known.name, known: sites.join(', ') || 'none yet' };
      yield { messageId: 'site', at: ['engagements', index, 'site'], data, instead: meant(engagement.site, sites).instead };
    }
  },
});
