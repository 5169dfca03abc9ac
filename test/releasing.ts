import { expect } from 'vitest';
import type { Organisation } from './organisation.ts';

/** The list of test/base that is released, and edited on. */
export const LIVING = 'checklists/project-closeout.yaml';
/** The option that every release asks for. */
export const WHY = ['--why', 'Support was left with phones that nobody knew.'];

/** Releases 2.0.0: a new must item, one of a new kind, the new kind, an item that is retired and one that asks for something else. */
export async function releaseTwo(house: Organisation): Promise<void> {
  house.edit(LIVING, 'install or replace a server? }\n', 'install or replace a server? }\n  - { id: phones, title: Phones, ask: Did we move phones? }\n');
  house.edit(LIVING, '        evidence: ticket\n', '        evidence: ticket\n        retired: 2.0.0\n');
  house.edit(LIVING, '        evidence: vault\n', '        evidence: link\n');
  const item = (id: string, title: string, more = '') =>
    `      - id: ${id}\n        title: ${title}\n        level: must\n        phase: closing\n        by: lead\n        evidence: note\n        na: with-reason\n${more}`;
  house.edit(
    LIVING,
    '  - id: acceptance\n',
    `${item('monitor-off', 'No monitor watches the old system')}${item('handsets-labelled', 'Each handset is labelled', '        when: { any: [phones] }\n')}  - id: acceptance\n`,
  );
  expect(await house.closeout('release', ...WHY)).toMatchObject({ code: 0, out: expect.stringContaining('1.1.0 -> 2.0.0 (major)') });
}
