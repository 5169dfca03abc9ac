import { describe, expect, test } from 'vitest';
import { CHANGE, DOC, found, lint, PLAYBOOK, UPDATE, withBody } from './content.ts';
import { organisation, RUN } from './organisation.ts';

const CHECKLIST = 'checklists/project-closeout.yaml';

describe('a suppression silences one rule on one line', () => {
  test('of a checklist', () => {
    const house = organisation();
    const [before, after] = ['A photo of the rack is on file', 'The rack is labelled properly and a photo is on file'];
    house.edit(CHECKLIST, `title: ${before}`, `title: ${after}`);
    house.edit(CHECKLIST, "title: The circuit's account number is on record", 'title: The account number is good');
    expect(found(house, CHECKLIST)).toEqual([`item-verifiable: ${after}`, 'item-verifiable: good']);
    const comment = '# closeout-ignore item-verifiable: the words of their contract';
    house.edit(CHECKLIST, `        title: ${after}`, `        ${comment}\n        title: ${after}`);
    expect(found(house, CHECKLIST)).toEqual(['item-verifiable: good']);
    house.edit(CHECKLIST, `        ${comment}\n        title: ${after}`, `        title: ${after}   ${comment}`);
    expect(found(house, CHECKLIST)).toEqual(['item-verifiable: good']);
  });

  test('of a template: a body is one text, and the line that it begins on stands for it', () => {
    const house = withBody('|\n  {affected} should be fixed. We will try to call.\n\n  We will update you by {next-update}.');
    house.edit(UPDATE, 'subject: We are', 'subject: It should be working; we are');
    house.edit(UPDATE, 'body: |', '# closeout-ignore phrase/should-be: they said it so themselves\nbody: |');
    expect(found(house, UPDATE)).toEqual(['phrase/should-be: should be working', 'phrase/will-try: will try to']);
    house.edit(UPDATE, 'body: |', '# closeout-ignore phrase/will-try: and so did we\n\nbody: |');
    expect(found(house, UPDATE)).toEqual(['phrase/should-be: should be working']);
    house.edit(UPDATE, '# closeout-ignore phrase/will-try: and so did we\n\nbody: |', 'body: |  # closeout-ignore phrase/will-try: and so did we');
    expect(found(house, UPDATE)).toEqual(['phrase/should-be: should be working']);
  });

  test('of a page', () => {
    const house = organisation();
    const bad = 'See [the office](/playbooks/opening-an-office/); we will try to show it.';
    const comment = '{/* closeout-ignore known-link: it opens next week */}';
    house.edit(PLAYBOOK, 'In the last week of every project.', `${comment}\n${bad}\n\n${bad}`);
    expect(found(house, PLAYBOOK)).toEqual(['phrase/will-try: will try to', 'known-link: /playbooks/opening-an-office/', 'phrase/will-try: will try to']);
    house.edit(PLAYBOOK, `${bad}\n\n${bad}`, `${bad} {/* closeout-ignore phrase/will-try: nobody can promise that */}`);
    expect(found(house, PLAYBOOK)).toEqual([]);
    house.edit(PLAYBOOK, 'reviewed: 2026-10-12', '# closeout-ignore review-current: nothing changes here\nreviewed: 2025-10-12');
    expect(found(house, PLAYBOOK)).toEqual([]);
  });

  test('of a page of the docs', () => {
    const house = organisation();
    house.edit(DOC, 'Every item', '<!-- closeout-ignore phrase/will-try: nobody can promise that -->\nWe will try to help. Every item');
    expect(found(house, DOC)).toEqual([]);
  });

  test.each([
    ['the reader', 'known-key'],
    ['names', 'names-nobody'],
    ['code', 'content-only'],
    ['components', 'known-component'],
    ['links', 'safe-link'],
  ])('but none that guards %s', (_, rule) => {
    const house = organisation();
    house.edit(CHANGE, 'Removing the monitor', `{/* closeout-ignore ${rule}: only this once */}\n\nRemoving the monitor`);
    expect(found(house, CHANGE)).toEqual([`suppression-explained: {/* closeout-ignore ${rule}: only this once */}`]);
  });

  test.each([
    [RUN, 'checklist: project-closeout@1.1.0'],
    ['records/people.yaml', '- { id: tlee'],
    ['records/walkthroughs/2026-10-20-hand-over.yaml', 'process: hand-over'],
    ['records/projects/contoso/mail-move/signoff.closing.lead.yaml', 'role: lead'],
    ['checklists/releases/project-closeout@1.0.0.yaml', 'owner: support'],
  ])('and none in %s', (file, line) => {
    const house = organisation();
    const comment = '# closeout-ignore known-person: she left last week';
    house.edit(file, line, `${comment}\n${line}`);
    const { diagnostics } = lint(house, file);
    expect(diagnostics.map((each) => `${each.file} ${each.ruleId}`)).toContain(`${file} suppression-explained`);
  });
});
