import { describe, expect, test } from 'vitest';
import { organisation, RUN } from './organisation.ts';

describe('report', () => {
  test("shows today's engagements, what is on, what is watched, and waivers", async () => {
    const { code, out } = await organisation().closeout('report');
    expect(code).toBe(0);
    expect(out).toMatch(
      /Today's engagements\n {2}18:00 \(America\/New_York\) Northwind Traders, Dock Street: Core switch cut-over\n {4}Impact: Internet down 30 minutes/,
    );
    expect(out).toContain('Contoso Dental: Mail move, watched until 2026-11-15');
    expect(out).toContain('contoso/mail-move: "The printers are documented" until 2026-12-15, 39 days left');
  });

  test('the last day of the watch window counts, the day after does not', async () => {
    const house = organisation();
    expect((await house.closeout('report', '--today', '2026-11-15')).out).toContain('watched until 2026-11-15');
    expect((await house.closeout('report', '--today', '2026-11-16')).out).not.toContain('watched until');
  });

  test('is whole, or says that it is not', async () => {
    const house = organisation();
    house.write('records/projects/contoso/broken/run.yaml', 'state: [');
    const { code, err } = await house.closeout('report', '--format', 'json');
    expect(code).toBe(2);
    expect(err).toContain('records/projects/contoso/broken/run.yaml');
  });

  test('Markdown keeps values text', async () => {
    const house = organisation();
    house.edit(RUN, 'what: Core switch cut-over', 'what: "<img src=x> [click](javascript:x) @everyone"');
    const { out } = await house.closeout('report', '--format', 'markdown');
    expect(out).toContain('\\<img src=x\\> \\[click\\](javascript:x) @&#8203;everyone');
  });
});
