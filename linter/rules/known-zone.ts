import { dayIn } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'known-zone',
  reads: 'library',
  severity: 'error',
  summary: 'The time zone of every site exists.',
  why: 'An engagement happens at the time of its site. In a zone that does not exist nobody knows when.',
  messages: { unknown: '"{zone}" is not a time zone. Write it like America/New_York; the list is at https://data.iana.org/time-zones/tzdb/zone1970.tab.' },
  *check({ customers }) {
    for (const [index, customer] of (customers?.data ?? []).entries()) {
      for (const [place, site] of (customer?.sites ?? []).entries()) {
        if (!site || exists(site.zone)) continue;
        yield { messageId: 'unknown', at: [index, 'sites', place, 'zone'], file: customers?.file ?? '', data: { zone: site.zone } };
      }
    }
  },
});

function exists(zone: string): boolean {
  try {
    return dayIn(zone, new Date(0)) !== '';
  } catch {
    return false;
  }
}
