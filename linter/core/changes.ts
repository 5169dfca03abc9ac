import type { Finding } from './rule.ts';
import { explainsNothing } from './said.ts';
import { compareVersions } from './version.ts';

interface Versioned {
  readonly version?: string | undefined;
  readonly changes?: readonly ({ readonly version: string; readonly date: string; readonly why: string } | undefined)[] | undefined;
}

/** What is wrong with the list of changes of something that has versions. */
export function* versionFaults({ version, changes = [] }: Versioned): Generator<Finding<'missing' | 'order' | 'dates' | 'thin'>> {
  const newest = changes[0];
  if (newest && version && newest.version !== version) {
    yield { messageId: 'missing', at: ['changes', 0, 'version'], data: { newest: newest.version, version } };
  }
  for (const [index, change] of changes.entries()) {
    if (!change) continue;
    if (explainsNothing(change.why, 10)) yield { messageId: 'thin', at: ['changes', index, 'why'], data: { why: change.why } };
    const above = changes[index - 1];
    if (!above) continue;
    const data = { version: change.version, above: above.version, date: change.date };
    if (compareVersions(change.version, above.version) >= 0) yield { messageId: 'order', at: ['changes', index, 'version'], data };
    else if (change.date > above.date) yield { messageId: 'dates', at: ['changes', index, 'date'], data };
  }
}
